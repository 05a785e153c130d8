import { listAgencies } from '../../agencies/agency-store.ts'
import { said } from '../../agreements/show-agreement.ts'
import type { Db } from '../../shared/database.ts'
import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { PageData } from '../../web/page.ts'
import { row, type SummaryRow } from '../summary-row.ts'
import { gapInWords, words } from './gap-words.ts'
import { coverageOfBodies, type BodyCoverage } from './body-coverage-store.ts'
import { openGaps, type FoundGap } from './gap-store.ts'

/** What each body reports and what not, since when, and where something may be missing. Public facts. */
export async function coveragePage(db: Db, language: Language): Promise<PageData> {
  const [agencies, bodies, gaps] = await Promise.all([listAgencies(db), coverageOfBodies(db), openGaps(db)])
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const nameOf = ({ agencyId }: BodyCoverage) => inLanguage(names.get(agencyId) ?? { en: agencyId }, language)
  // By name, as people look for a body; which cluster it is of says nothing to them.
  const inOrder = bodies.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), language))
  const reporting = inOrder.filter(saysAnything)
  const text = words[language].page
  return {
    ...{ title: text.title, words: text, backLink: '/access' },
    bodies: reporting.map((body) => {
      const its = gaps.filter(({ agencyId }) => agencyId === body.agencyId)
      return { name: nameOf(body), rows: bodyRows(body, its, names, language) }
    }),
    others: inOrder.filter((body) => !saysAnything(body)).map(nameOf),
  }
}

const saysAnything = ({ firstAt, covered, missing }: BodyCoverage) =>
  firstAt !== null || covered.length > 0 || missing.length > 0

function bodyRows(
  { firstAt, lastAt, covered, missing }: BodyCoverage,
  gaps: readonly FoundGap[],
  names: Parameters<typeof gapInWords>[1],
  language: Language,
): SummaryRow[] {
  const text = words[language].page
  return [
    ...row(
      text.gaps,
      gaps.length > 0 && { text: text.mayMiss, tag: 'orange' },
      ...gaps.map((gap) => gapInWords(gap, names, language)),
    ),
    ...row(text.since, firstAt ? formatDate(ukToday(firstAt), language) : text.never),
    ...row(text.last, lastAt ? formatDateTime(lastAt, language) : undefined),
    ...row(text.covered, ...covered.map((name) => said(name, language))),
    ...row(text.missing, ...missing.map((name) => said(name, language))),
    ...(covered.length + missing.length > 0 ? [] : row(text.covered, text.unsaid)),
  ]
}
