import type { Request, Response } from 'express'
import { personOf } from '../identity/person.ts'
import { takeDone, type Done } from '../reports/afterwards/done.ts'
import { inContext } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { describeJoined } from './describe-joined.ts'
import { followNotTold } from './follow-not-told.ts'
import { joinedDeliveries } from './joined-delivery-store.ts'
import { reportPage } from './report-page.ts'
import { notToldReasons } from './tracked-report.ts'
import { contextOf, type ProgressParts, type SeenReport } from './visit-report.ts'

/** How far a report is with every body. */
export const showReport =
  (parts: ProgressParts) =>
  async (req: Request, res: Response, seen: SeenReport, now: Date): Promise<void> => {
    const { language } = req
    const { events } = parts
    const { joined, notTold } = await besides(parts, req, seen)
    renderPage(req, res, 'progress/report.njk', {
      ...reportPage(
        seen.report,
        { deliveries: seen.deliveries, looked: seen.looked, notTold },
        { now, language, events },
      ),
      joined: describeJoined(joined, language),
      done: banner(takeDone(req), language),
    })
  }

/** Bodies that another report tells, and those that are not told: most reports have neither. */
async function besides({ db, events }: ProgressParts, req: Request, { report, deliveries }: SeenReport) {
  const delivered = deliveries.map(({ delivery }) => delivery.agreementId)
  if (!report.joins && notToldReasons(report, delivered).length === 0) return { joined: [], notTold: [] }
  return inContext(db, contextOf(personOf(req)), async (tx) => {
    const joined = report.joins ? await joinedDeliveries(tx, report.id) : []
    const told = [...delivered, ...joined.map(({ agreementId }) => agreementId)]
    return { joined, notTold: await followNotTold(tx, report, told, events) }
  })
}

function banner(done: Done | undefined, language: Language) {
  const text = actionWords[language].done
  return done && { title: text.title, text: text[done] }
}
