import { eventInWords } from '../agreements/show-agreement.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { encodeCursor } from '../shared/cursor.ts'
import { formatDate, formatDateTime, ukToday } from '../shared/dates.ts'
import type { Language } from '../shared/language.ts'
import type { PageData } from '../web/page.ts'
import { row, type SummaryRow } from '../access-log/summary-row.ts'
import { tallyInWords } from './report-page.ts'
import { words } from './words.ts'
import type { Tally, TrackedReport } from './tracked-report.ts'

export interface ReportsToList {
  reports: TrackedReport[]
  tallies: ReadonlyMap<string, Tally>
  drafts: { eventType: string; expiresAt: Date }[]
  /** True on a page after the first. */
  further: boolean
  more: boolean
  events?: Catalogue
}

/** All that the page of `/reports` shows. */
export function listPage(page: ReportsToList, language: Language): PageData {
  const { reports, tallies, drafts, further, more, events } = page
  const text = words[language].list
  const last = reports.at(-1)
  return {
    title: text.title,
    words: text,
    drafts: drafts.map(({ eventType, expiresAt }) => ({
      // Where there are several of one event, they are told apart there.
      href: drafts.filter((one) => one.eventType === eventType).length > 1 ? '/report' : `/report/${eventType}`,
      text: text.continue(eventInWords(eventType, language, events)),
      hint: text.keptUntil(formatDate(ukToday(expiresAt), language)),
    })),
    reports: reports.map((report) => ({
      title: eventInWords(report.eventType, language, events),
      href: `/reports/${report.reference}`,
      rows: rowsOf(report, tallies.get(report.id), language),
      hidden: formatDateTime(report.submittedAt, language),
    })),
    empty: reports.length > 0 ? undefined : further ? text.pastTheEnd : text.empty,
    further,
    olderHref: more && last ? `/reports?older=${encodeCursor(last.cursor)}` : undefined,
  }
}

function rowsOf(report: TrackedReport, tally: Tally | undefined, language: Language): SummaryRow[] {
  const { list, report: one } = words[language]
  const progress =
    tally && tally.total > 0 ? tallyInWords(tally, language) : [report.fannedOut ? one.nobody : one.gettingReady]
  return [
    ...row(list.reported, formatDateTime(report.submittedAt, language)),
    ...row(list.reference, report.reference),
    ...row(list.progress, report.withdrawn && list.withdrawn, ...progress),
  ]
}
