import { Router } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { formatDate, formatPartialDate, ukToday } from '../../shared/dates.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { registeredActivities } from '../activities/activity-store.ts'
import { listBulkUses } from './bulk-list-store.ts'
import { describeBulk, words } from './describe-bulk.ts'
import { listCertificates } from './growth-store.ts'

export const SHOWN = 100

/** What the log says of nobody in particular: uses about many at once, and what has been deleted. */
export function growthRoutes({ db, events }: { db: Db; events?: Catalogue }): Router {
  const router = Router()

  router.get('/activities/bulk-uses', anyone, async (req, res) => {
    const [all, agencies] = await Promise.all([listBulkUses(db, SHOWN), listAgencies(db)])
    const uris = all.map(({ activityId }) => activityId)
    const activities = await registeredActivities(db, uris, events)
    const about = { all, activities, bodies: new Map(agencies.map(({ id, name }) => [id, name])) }
    const text = words[req.language].bulk
    renderPage(req, res, 'access-log/bulk-uses.njk', {
      ...{ title: text.title, text, backLink: '/activities' },
      newest: all.length === SHOWN ? text.newest(SHOWN) : undefined,
      uses: all.map((use) => describeBulk(use, about, req.language)),
    })
  })

  router.get('/retention', anyone, async (req, res) => {
    const text = words[req.language].retention
    const certificates = (await listCertificates(db)).map(({ month, records, deletedAt }) => [
      { text: formatPartialDate(month, req.language) },
      { text: records.toLocaleString('en-GB'), format: 'numeric' },
      { text: formatDate(ukToday(deletedAt), req.language) },
    ])
    renderPage(req, res, 'access-log/retention.njk', {
      ...{ title: text.title, text, backLink: '/activities', certificates },
    })
  })

  return router
}
