import { said } from '../../agreements/show-agreement.ts'
import { formatDateTime } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { About } from './about-entries.ts'
import { isNeutral } from '../neutral.ts'
import { disclosureState, type AccessEntry } from '../access-entry.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import * as rows from './entry-rows.ts'
import { correctionRows, markRows, pathOf } from './correction-rows.ts'
import { row, type SummaryRow } from '../summary-row.ts'

export interface DescribedEntry {
  href: string
  title: string
  time: string
  /** The title with its time, so that it stands for one entry only. */
  longTitle: string
  /** What a reader of the whole list needs of it. */
  summary: SummaryRow[]
  /** All there is of itself. */
  details: SummaryRow[]
}

const words = { en, cy }

export function describeEntry(entry: AccessEntry, about: About, language: Language): DescribedEntry {
  const { entry: text, titles } = words[language]
  const title = titleOf(entry, about, language)
  const time = formatDateTime(entry.occurredStart, language)
  const state = [...rows.stateRows(entry, language), ...rows.whenRows(entry, language)]
  const why = [
    ...rows.dataRows(entry, language),
    ...rows.whyRows(entry, about, language),
    ...rows.reasonRows(entry, language),
    ...rows.lawRows(entry, about, title, language),
  ]
  const who = rows.whoRows(entry, language)
  const report = rows.reportRows(entry, about, language)
  const marks = markRows(entry, about, language)
  const body = about.bodies.get(entry.bodyId)
  return {
    href: pathOf(entry),
    title,
    time,
    longTitle: titles.on(title, time),
    summary: [...marks, ...state, ...who, ...why, ...report],
    details: [
      ...row(text.who, body && said(body, language)),
      ...who,
      ...rows.actorRows(entry, language),
      ...rows.subjectRows(entry, language),
      ...correctionRows(entry, about, language),
      ...marks.filter(({ key }) => key === text.drift),
      ...state,
      ...why,
      ...rows.registerRows(entry, about, language),
      ...rows.basisRows(entry, language),
      ...report,
    ],
  }
}

/** What happened, in one line: who did what, or what we did. */
export function titleOf(entry: AccessEntry, { bodies }: About, language: Language): string {
  const { titles } = words[language]
  const name = (id: string) => inLanguage(bodies.get(id) ?? { en: id }, language)
  const body = name(entry.bodyId)
  const state = disclosureState(entry)
  if (state) return titles[state](body)
  if (isNeutral(entry)) return titles.neutral(body)
  if (entry.status !== 'ok') return titles[entry.status](body)
  return titles[entry.accessType](body, name(entry.counterpartyId ?? ''))
}
