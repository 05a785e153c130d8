import type { Request, RequestHandler } from 'express'
import { eventInWords } from '../../agreements/show-agreement.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { renderPage } from '../../web/page.ts'
import { aboutWords } from '../content/about-words.ts'
import { paths } from '../paths.ts'
import { standingReports } from '../report-store.ts'
import { typesFor } from '../reporters.ts'
import { asOwner, type ReportParts } from '../journey/visit.ts'

/** For whoever sees something wrong: what they reported, what others reported of them, or a use of their data. */
export const showThisIsWrong =
  (parts: ReportParts): RequestHandler =>
  async (req, res) => {
    const words = aboutWords[req.language].thisIsWrong
    const own = req.person ? await ownReports(parts, req) : []
    renderPage(req, res, 'reports/this-is-wrong.njk', { title: words.title, words, own, reports: paths.reports })
  }

async function ownReports(parts: ReportParts, req: Request) {
  const { takeBack } = aboutWords[req.language].thisIsWrong
  const reports = await asOwner(parts, req, ({ tx }) => standingReports(tx, typesFor(req, parts.events)))
  return reports.map(({ reference, eventType, submittedAt, safety }) => {
    const name = eventInWords(eventType, req.language, parts.events)
    const day = formatDate(ukToday(submittedAt), req.language)
    return { text: takeBack(safety ? reference : name, day), href: paths.withdrawal(reference) }
  })
}
