import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { PageData } from '../../web/page.ts'
import { aboutEntries, type About } from './about-entries.ts'
import { findBodies } from './body-store.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { describeEntry } from './describe-entry.ts'
import { filterQuery, readFilter, type FilterProblem, type ReadFilter } from './filter.ts'
import { pageOfEntries, type PageOfEntries } from './page-of-entries.ts'

const words = { en, cy }

/** All that the page of `/access` shows, in the context of its citizen. */
export async function listPage(
  { tx, subjects, events }: { tx: Db; subjects: readonly Buffer[]; events?: Catalogue },
  query: unknown,
  language: Language,
): Promise<PageData> {
  const bodies = await findBodies(tx, subjects)
  const read = readFilter(query, bodies)
  const page = read.problems.length > 0 ? { entries: [] } : await pageOfEntries(tx, subjects, read.filter, query)
  const about = await aboutEntries(tx, page.entries, events)
  const problems = read.problems.map((problem) => problemInWords(problem, language))
  return {
    title: words[language].list.title,
    words: words[language].list,
    errors: problems.map(({ summaryField: field, message }) => ({ field, message })),
    problems: Object.fromEntries(problems.map((problem) => [problem.field, problem])),
    typed: read.typed,
    filtered: Object.values(read.filter).some((value) => value !== undefined) || read.problems.length > 0,
    bodies: bodyItems(bodies, about, read, language),
    entries: page.entries.map((entry) => describeEntry(entry, about, language)),
    empty: emptyWords(page, read, bodies, language),
    ...pageLinks(page, read),
  }
}

const bodyItems = (ids: string[], { bodies }: About, { typed }: ReadFilter, language: Language) => [
  { value: '', text: words[language].list.filter.allBodies, selected: typed.body === '' },
  ...ids.map((id) => ({
    value: id,
    text: inLanguage(bodies.get(id) ?? { en: id }, language),
    selected: typed.body === id,
  })),
]

/** Why there is nothing to see; undefined when there is. */
function emptyWords(page: PageOfEntries, read: ReadFilter, bodies: string[], language: Language): string | undefined {
  const text = words[language].list
  if (page.entries.length > 0) return undefined
  if (read.problems.length > 0) return text.notShown
  if (bodies.length === 0) return text.empty
  return Object.values(read.filter).some((value) => value !== undefined) ? text.noMatch : text.pastTheEnd
}

function pageLinks({ newer, older }: PageOfEntries, { typed }: ReadFilter) {
  const href = (cursor: Record<string, string> | undefined) => {
    return cursor && `/access?${new URLSearchParams([...filterQuery(typed), ...Object.entries(cursor)]).toString()}`
  }
  return { newerHref: href(newer), olderHref: href(older) }
}

/** @returns the message, the group it stands at, and the input that the error summary leads to. */
function problemInWords(problem: FilterProblem, language: Language) {
  const { errors } = words[language]
  const { field, kind } = problem
  if (kind === 'unknown-body') return { field, summaryField: field, message: errors[kind] }
  if (kind === 'before-from')
    return { field, summaryField: 'to-day', message: errors[kind], missing: ['day', 'month', 'year'] }
  if (kind === 'not-real')
    return { field, summaryField: `${field}-day`, message: errors[kind][field], missing: ['day', 'month', 'year'] }
  const missing = problem.missing.map((part) => errors.parts[part]).join(errors.and)
  return {
    field,
    summaryField: `${field}-${problem.missing[0] ?? 'day'}`,
    message: errors[kind][field](missing),
    missing: problem.missing,
  }
}
