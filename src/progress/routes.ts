import { Router, type RequestHandler } from 'express'
import { personOf } from '../identity/person.ts'
import { listDrafts } from '../reports/drafts/draft-store.ts'
import { ownerIn } from '../reports/owner.ts'
import { reportersOfReport, reportersWithReports, typesFor } from '../reports/reporters.ts'
import { decodeCursor } from '../shared/cursor.ts'
import { ask, inContext } from '../shared/database.ts'
import { textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { sendAnswer, showAnswer } from './answer-page.ts'
import { beginCorrection, showCorrection } from './correction-page.ts'
import { download } from './download.ts'
import { tallyOfReport } from './follow-deliveries.ts'
import { listPage } from './list-page.ts'
import { decideOnOffer, showOffer } from './offer-page.ts'
import { release, showRelease } from './release-page.ts'
import { showReport } from './show-report.ts'
import { findReports } from './tracked-report-store.ts'
import { atBody, atReport, contextOf, lookingAtReport, type ProgressParts } from './visit-report.ts'
import { findWholeReports } from './whole-report-store.ts'
import { showWithdrawal, withdraw } from './withdrawal-page.ts'

export type { ProgressParts } from './visit-report.ts'

const PAGE_SIZE = 20

/** What a citizen told us, how far each body has got, and what can be done about it. */
export function progressRoutes(parts: ProgressParts): Router {
  const router = Router()
  const who = reportersOfReport(parts)

  router.get('/reports', reportersWithReports(parts), listReports(parts))
  router.get('/reports/:reference', who, lookingAtReport(parts, showReport(parts)))
  router.get('/reports/:reference/download.json', who, atReport(parts, download))
  router.get('/reports/:reference/withdrawal', who, atReport(parts, showWithdrawal))
  router.post('/reports/:reference/withdrawal', who, atReport(parts, withdraw))
  router.get('/reports/:reference/correction', who, atReport(parts, showCorrection))
  router.post('/reports/:reference/correction', who, atReport(parts, beginCorrection))
  router.get('/reports/:reference/deliveries/:id/answer', who, atBody(parts, showAnswer))
  router.post('/reports/:reference/deliveries/:id/answer', who, atBody(parts, sendAnswer))
  router.get('/reports/:reference/deliveries/:id/offer-decision', who, atBody(parts, showOffer))
  router.post('/reports/:reference/deliveries/:id/offer-decision', who, atBody(parts, decideOnOffer))
  router.get('/reports/:reference/deliveries/:id/release', who, atBody(parts, showRelease))
  router.post('/reports/:reference/deliveries/:id/release', who, atBody(parts, release))

  return router
}

const listReports =
  ({ db, vault, clock, coolingOffHours, events }: ProgressParts): RequestHandler =>
  async (req, res) => {
    const person = personOf(req)
    const text = textField(req.query, 'older')
    const older = text === '' ? undefined : decodeCursor(text)
    const now = clock()
    const types = typesFor(req, events)
    const page = await inContext(db, contextOf(person), async (tx) => {
      // One more than a page shows whether there is more.
      const found = await findReports(tx, { older, types, limit: PAGE_SIZE + 1 })
      const reports = found.slice(0, PAGE_SIZE)
      const all = older ? [] : await listDrafts(ownerIn(tx, { vault, person, now }))
      const drafts = all.filter(({ eventType }) => types?.includes(eventType) ?? true)
      const more = found.length > PAGE_SIZE
      const references = reports.map(({ reference }) => reference)
      const whole = await findWholeReports((statement) => ask(tx, statement), references)
      const following = { now, coolingOffHours, events }
      const tallies = new Map(whole.map((one) => [one.report.id, tallyOfReport(one, following)]))
      return { reports, tallies, drafts, further: older !== undefined, more, events }
    })
    renderPage(req, res, 'progress/list.njk', listPage(page, req.language))
  }
