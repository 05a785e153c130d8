import { Router } from 'express'
import { citizens } from '../identity/access-rules.ts'
import { personOf } from '../identity/person.ts'
import { listDrafts } from '../reports/draft-store.ts'
import { ownerIn } from '../reports/owner.ts'
import type { Clock } from '../shared/clock.ts'
import { decodeCursor } from '../shared/cursor.ts'
import { inContext, type Db } from '../shared/database.ts'
import { parseReference } from '../shared/references.ts'
import { notFound } from '../shared/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import { textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { followDeliveries, tallies } from './follow-deliveries.ts'
import { followNotTold } from './follow-not-told.ts'
import { listPage } from './list-page.ts'
import { findReport, findReports } from './tracked-report-store.ts'
import { reportPage } from './report-page.ts'

export interface ProgressParts {
  /** The web role's. */
  db: Db
  vault: Vault
  clock: Clock
}

const PAGE_SIZE = 20

/** What a citizen told us, and how far each body has got. */
export function progressRoutes({ db, vault, clock }: ProgressParts): Router {
  const router = Router()

  router.get('/reports', citizens, async (req, res) => {
    const person = personOf(req)
    const text = textField(req.query, 'older')
    const older = text === '' ? undefined : decodeCursor(text)
    const now = clock()
    const page = await inContext(db, { account: person.accountId, subjects: person.subjects }, async (tx) => {
      // One more than a page shows whether there is more.
      const found = await findReports(tx, { older, limit: PAGE_SIZE + 1 })
      const reports = found.slice(0, PAGE_SIZE)
      const drafts = older ? [] : await listDrafts(ownerIn(tx, { vault, person, now }))
      const more = found.length > PAGE_SIZE
      return { reports, tallies: await tallies(tx, reports, now), drafts, further: older !== undefined, more }
    })
    renderPage(req, res, 'progress/list.njk', listPage(page, req.language))
  })

  router.get('/reports/:reference', citizens, async (req, res) => {
    const person = personOf(req)
    const reference = parseReference(String(req.params['reference']))
    if (reference === undefined) throw notFound()
    const now = clock()
    const page = await inContext(db, { account: person.accountId, subjects: person.subjects }, async (tx) => {
      const report = await findReport(tx, reference)
      if (!report) throw notFound()
      const deliveries = await followDeliveries(tx, vault, person, report, now)
      const notTold = await followNotTold(tx, report, deliveries)
      return reportPage(report, { deliveries, notTold }, now, req.language)
    })
    renderPage(req, res, 'progress/report.njk', page)
  })

  return router
}
