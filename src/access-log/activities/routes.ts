import { Router, type Request, type Response } from 'express'
import { findAgency, listAgencies } from '../../agencies/agency-store.ts'
import { words as agreementWords } from '../../agreements/show-agreement.ts'
import type { Db } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { renderPage } from '../../web/page.ts'
import { OUR_CONTROLLER } from '../access-record.ts'
import { activityPage, bodyWithActivities, OUR_BODY } from './activity-page.ts'
import { words } from './activity-rows.ts'
import { activityHistory, listActivities } from './activity-store.ts'
import type { RegisteredActivity } from './registered-activity.ts'

/** What bodies use data for, for anyone to read. The address of a version is what access records point to, for good. */
export function activityRoutes({ db }: { db: Db }): Router {
  const router = Router()

  router.get('/activities', anyone, async (req, res) => {
    const [agencies, activities] = await Promise.all([listAgencies(db), listActivities(db)])
    const text = words[req.language].list
    const bodies = [...agencies, OUR_BODY]
      .map((agency) => bodyWithActivities(agency, activities, req.language))
      .filter((body) => body.activities.length > 0)
    const { illustration, illustrations } = agreementWords[req.language]
    const illustrated = bodies.some((body) => body.illustration) ? illustrations : undefined
    renderPage(req, res, 'access-log/activities.njk', { title: text.title, text, bodies, illustrated, illustration })
  })

  router.get('/activities/:agency/:id', anyone, async (req, res) => {
    const history = await activityHistory(db, String(req.params['agency']), String(req.params['id']))
    await show(req, res, { history, activity: history[0], withVersion: false })
  })

  router.get('/activities/:agency/:id/versions/:version', anyone, async (req, res) => {
    const history = await activityHistory(db, String(req.params['agency']), String(req.params['id']))
    const activity = history.find(({ version }) => String(version) === req.params['version'])
    await show(req, res, { history, activity, withVersion: true })
  })

  return router

  async function show(req: Request, res: Response, { activity, ...shown }: Shown): Promise<void> {
    const agency = activity && (isOurs(activity) ? OUR_BODY : await findAgency(db, activity.agencyId))
    if (!agency) throw notFound()
    renderPage(req, res, 'access-log/activity.njk', activityPage({ ...shown, activity, agency }, req.language))
  }
}

const isOurs = ({ agencyId }: RegisteredActivity) => agencyId === OUR_CONTROLLER

interface Shown {
  activity: RegisteredActivity | undefined
  history: RegisteredActivity[]
  withVersion: boolean
}
