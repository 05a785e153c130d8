import { Router, type RequestHandler } from 'express'
import { personOf } from '../identity/person.ts'
import { takeDone, type Done } from '../reports/afterwards/done.ts'
import { listDrafts } from '../reports/drafts/draft-store.ts'
import { ownerIn } from '../reports/owner.ts'
import { reportersOfReport, reportersWithReports, typesFor } from '../reports/reporters.ts'
import { decodeCursor } from '../shared/cursor.ts'
import type { Language } from '../shared/language.ts'
import { inContext } from '../shared/database.ts'
import { textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { sendAnswer, showAnswer } from './answer-page.ts'
import { beginCorrection, showCorrection } from './correction-page.ts'
import { download } from './download.ts'
import { tallies } from './follow-deliveries.ts'
import { describeJoined } from './describe-joined.ts'
import { followNotTold } from './follow-not-told.ts'
import { joinedDeliveries } from './joined-delivery-store.ts'
import { listPage } from './list-page.ts'
import { decideOnOffer, showOffer } from './offer-page.ts'
import { release, showRelease } from './release-page.ts'
import { reportPage } from './report-page.ts'
import { findReports } from './tracked-report-store.ts'
import { atBody, atReport, type ProgressParts } from './visit-report.ts'
import { showWithdrawal, withdraw } from './withdrawal-page.ts'

export type { ProgressParts } from './visit-report.ts'

const PAGE_SIZE = 20

/** What a citizen told us, how far each body has got, and what can be done about it. */
export function progressRoutes(parts: ProgressParts): Router {
  const router = Router()
  const { events } = parts
  const who = reportersOfReport(parts)

  router.get('/reports', reportersWithReports(parts), listReports(parts))
  router.get(
    '/reports/:reference',
    who,
    atReport(parts, async (req, res, { owner, report, deliveries }) => {
      const { language } = req
      const told = report.joins ? await joinedDeliveries(owner.tx, report.id) : []
      const notTold = await followNotTold(
        owner.tx,
        report,
        [...deliveries.map(({ delivery }) => delivery), ...told],
        events,
      )
      const page = reportPage(report, { deliveries, notTold }, { now: owner.now, language, events })
      const joined = describeJoined(told, language)
      return () =>
        renderPage(req, res, 'progress/report.njk', { ...page, joined, done: banner(takeDone(req), language) })
    }),
  )

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
    const page = await inContext(db, { account: person.accountId, subjects: person.subjects }, async (tx) => {
      // One more than a page shows whether there is more.
      const found = await findReports(tx, { older, types, limit: PAGE_SIZE + 1 })
      const reports = found.slice(0, PAGE_SIZE)
      const all = older ? [] : await listDrafts(ownerIn(tx, { vault, person, now }))
      const drafts = all.filter(({ eventType }) => types?.includes(eventType) ?? true)
      const more = found.length > PAGE_SIZE
      const counted = await tallies(tx, reports, { now, coolingOffHours, events })
      return { reports, tallies: counted, drafts, further: older !== undefined, more, events }
    })
    renderPage(req, res, 'progress/list.njk', listPage(page, req.language))
  }

function banner(done: Done | undefined, language: Language) {
  const text = actionWords[language].done
  return done && { title: text.title, text: text[done] }
}
