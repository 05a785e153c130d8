import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import type { PageData } from '../../web/page.ts'
import { openGaps } from '../wholeness/gap-store.ts'
import { gapsAbove } from '../wholeness/gap-words.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { aboutEntries } from './about-entries.ts'
import { findBodies } from './body-store.ts'
import { countCutOff, dayGroups } from './day-groups.ts'
import { filterSelects, problemInWords } from './filter-form.ts'
import { filterQuery, readFilter, type ReadFilter } from './filter.ts'
import { pageOfEntries, type PageOfEntries } from './page-of-entries.ts'
import { purposesOf } from './purpose-store.ts'
import { ofReport, reportLink, type ShownReport } from './report-filter.ts'
import { latestReports } from './report-link-store.ts'

const words = { en, cy }

/** Of a reader with more, the older ones lead here from their own pages. */
const REPORTS = 10

export interface Reading {
  tx: Db
  subjects: readonly Buffer[]
  events?: Catalogue
}

/** All that the page of `/access` shows, in the context of its citizen; with a report only what came of that. */
export async function listPage(
  { tx, subjects, events }: Reading,
  { query, report }: { query: unknown; report?: ShownReport | undefined },
  language: Language,
): Promise<PageData> {
  const bodies = await findBodies(tx, subjects)
  const purposes = await purposesOf(tx, bodies)
  const read = readFilter(query, { bodies, purposes: purposes.map(({ path }) => path) })
  const filter = { ...read.filter, report: report?.id }
  const page = read.problems.length > 0 ? { entries: [] } : await pageOfEntries(tx, subjects, filter, query)
  const gaps = await openGaps(tx)
  const counts = await countCutOff(tx, subjects, filter, page)
  const about = await aboutEntries(tx, subjects, page.entries, events)
  const problems = read.problems.map((problem) => problemInWords(problem, language))
  const path = report ? `/access/reports/${report.reference}` : '/access'
  const text = words[language].list
  return {
    ...{ title: text.title, words: text, path, typed: read.typed },
    ...(report && ofReport(report, language, events)),
    above: gapsAbove(gaps, { bodies, names: about.bodies }, language),
    errors: problems.map(({ summaryField: field, message }) => ({ field, message })),
    problems: Object.fromEntries(problems.map((problem) => [problem.field, problem])),
    filtered: isFiltered(read),
    someBodies: bodies.length > 1,
    selects: filterSelects({ bodies, names: about.bodies, purposes }, read.typed, language),
    reports: report ? [] : (await latestReports(tx, REPORTS)).map((one) => reportLink(one, language, events)),
    days: dayGroups(page.entries, counts, about, language),
    empty: emptyWords(page, read, { bodies, report }, language),
    ...pageLinks(page, read, path),
  }
}

const isFiltered = ({ filter, problems }: ReadFilter) =>
  Object.values(filter).some((value) => value !== undefined) || problems.length > 0

/** Why there is nothing to see; undefined when there is. */
function emptyWords(
  page: PageOfEntries,
  read: ReadFilter,
  { bodies, report }: { bodies: string[]; report: ShownReport | undefined },
  language: Language,
): string | undefined {
  const text = words[language].list
  if (page.entries.length > 0) return undefined
  if (read.problems.length > 0) return text.notShown
  if (bodies.length === 0) return text.empty
  if (isFiltered(read)) return text.noMatch
  return report ? text.nothingOfReport : text.pastTheEnd
}

function pageLinks({ newer, older }: PageOfEntries, { typed }: ReadFilter, path: string) {
  const href = (cursor: Record<string, string> | undefined) => {
    return cursor && `${path}?${new URLSearchParams([...filterQuery(typed), ...Object.entries(cursor)]).toString()}`
  }
  const query = filterQuery(typed).toString()
  return {
    ...{ newerHref: href(newer), olderHref: href(older) },
    exports: (['csv', 'json'] as const).map((form) => ({ form, query: query === '' ? '' : `?${query}` })),
  }
}
