import { powerLink } from '../../agreements/power.ts'
import { basisInWords, said } from '../../agreements/show-agreement.ts'
import { dataCategoryWords, isDataCategory } from '../../catalogue/data-category.ts'
import { DAY, MINUTE } from '../../shared/clock.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { About } from './about-entries.ts'
import { reportLink } from './report-filter.ts'
import { clocks, disclosureState, type AccessEntry } from '../access-entry.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { listOf, row, type Line } from '../summary-row.ts'

const words = { en, cy }

export function stateRows(entry: AccessEntry, language: Language) {
  const { entry: text, states } = words[language]
  const state = disclosureState(entry)
  if (state === undefined) return []
  const tag = { 'being-sent': 'blue', told: 'green', 'not-told': 'grey', unconfirmed: 'orange' } as const
  const time = entry.disclosure && formatDateTime(entry.disclosure.at, language)
  const said = state === 'being-sent' ? states[state].text : states[state].text(time ?? '')
  return row(text.state, { text: states[state].tag, tag: tag[state] }, said)
}

/** Both clocks, where they tell a reader different times. */
export function whenRows(entry: AccessEntry, language: Language) {
  const text = words[language].entry
  const [start, end, registered] = [entry.occurredStart, entry.occurredEnd, entry.registeredAt].map((time) =>
    formatDateTime(time, language),
  ) as [string, string, string]
  const long = entry.occurredEnd.getTime() - entry.occurredStart.getTime() >= MINUTE
  const ours = { same: undefined, 'reported-later': text.reportedAt(registered), 'body-ahead': text.ahead(registered) }
  const days = Math.floor((entry.registeredAt.getTime() - entry.occurredEnd.getTime()) / DAY)
  return row(text.when, long ? text.period(start, end) : start, ours[clocks(entry)], days >= LATE && text.late(days))
}

/** In days. Bodies that report once a day, or once a weekend, are not late. */
const LATE = 4

export const subjectRows = ({ subjectRole }: AccessEntry, language: Language) => {
  const { entry, subjectRoles } = words[language]
  return row(entry.about, subjectRoles[subjectRole])
}

export const whoRows = ({ unit, system }: AccessEntry, language: Language) => [
  ...row(words[language].entry.unit, unit),
  ...row(words[language].entry.system, system),
]

export const actorRows = ({ actor }: AccessEntry, language: Language) => {
  const { actors, entry } = words[language]
  const kind = actors[actor.kind]
  return row(entry.actor, actor.role === undefined ? kind : actors.withRole(kind, roleInWords(actor.role, language)))
}

/** Roles of staff who use our own pages have words; every other is the body's own. */
const roleInWords = (role: string, language: Language): string => {
  const { roles } = words[language]
  return Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role
}

export const dataRows = ({ dataCategories }: AccessEntry, language: Language) =>
  row(words[language].entry.data, categoriesInWords(dataCategories, language))

/** Data categories as a person reads them. */
export function categoriesInWords(categories: readonly string[], language: Language): string {
  const known = categories.filter(isDataCategory).map((category) => dataCategoryWords[language][category])
  return listOf(known, language)
}

export function whyRows(entry: AccessEntry, about: About, language: Language) {
  const activity = activityOf(entry, about)
  return row(words[language].entry.why, activity && said(activity.purpose, language))
}

/** The reason that somebody who runs this service gave before they looked. */
export function reasonRows({ lookReason }: AccessEntry, language: Language) {
  const { entry, lookReasons } = words[language]
  return row(entry.reason, lookReason && lookReasons[lookReason])
}

/** The register's page of the purpose, in the version that the record names. */
export function registerRows(entry: AccessEntry, about: About, language: Language) {
  const { purposeKind, register } = words[language].entry
  const activity = activityOf(entry, about)
  return row(purposeKind, activity && { text: register, href: activity.path })
}

/** The very version that the record names. */
const activityOf = ({ activityId }: AccessEntry, { activities }: About) => activities.get(activityId)

/** The power as it was at the time, and the agreement that rests on it. */
export function lawRows(entry: AccessEntry, about: About, title: string, language: Language) {
  const { power, agreementId } = entry
  const text = words[language].entry
  const href = powerLink(power)
  const name = activityOf(entry, about)?.powerName
  const law: Line = {
    ...(name ? said(name, language) : { text: href ? text.power : power }),
    ...(href && { href, hidden: text.powerOf(title) }),
  }
  const agreement = agreementId !== undefined && {
    text: text.agreement,
    href: `/agreements/${agreementId}`,
    hidden: text.agreementOf(title),
  }
  return row(text.law, law, agreement)
}

export const basisRows = ({ legalBasis }: AccessEntry, language: Language) =>
  row(words[language].entry.basis, basisInWords(legalBasis, language))

/** The report of the reader that led to it. */
export function reportRows({ reportId }: AccessEntry, { reports, events }: About, language: Language) {
  const text = words[language].entry
  const report = reportId === undefined ? undefined : reports.get(reportId)
  if (!report) return []
  const link = reportLink(report, language, events)
  return row(text.report, { text: link.text, href: `/reports/${report.reference}` })
}
