import type { Agency } from '../agencies/agency.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import { formatDate, ukToday, type CalendarDate } from '../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../shared/language.ts'
import type { RegisteredAgreement } from './agreement-store.ts'
import { standingOn, type Agreement } from './agreement.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { lawfulBasis } from './legal-basis.ts'
import { powerLink } from './power.ts'

export const words = { en, cy }

/** A body's own words, with their language where that is not the page's. */
export interface Said {
  text: string
  lang?: Language
  /** Where to look it up. */
  evidence?: string
}

export function said(both: Bilingual, language: Language): Said {
  const own = both[language]
  return own === undefined ? { text: both.en, lang: 'en' } : { text: own }
}

/** A row of a summary list: lines of text, a link, or a body's own words. */
export interface ShownRow {
  key: string
  lines: Said[]
  bullets?: boolean
  note?: string
  href?: string
}

/** Every term of a version in plain words, in the order a citizen asks for them. */
export function agreementRows(
  agreement: RegisteredAgreement,
  { agency, events }: { agency: Agency; events?: Catalogue },
  language: Language,
): ShownRow[] {
  const text = words[language].agreement
  const { endsOn, reviewOn, minimumAge } = agreement
  return [
    { key: text.body, lines: [said(agency.name, language)], href: `/agencies/${agency.id}` },
    { key: text.purpose, lines: [said(agreement.purpose, language)] },
    ...agreement.events.map((event) => toldRow(event, language, events)),
    ...matchingRows(agreement, language, events),
    { key: text.effect, lines: [said(agreement.effect, language)] },
    ...(agreement.irreversible ? [row(text.undo, text.irreversible)] : []),
    row(text.usually, text.days(agreement.usualDays)),
    row(text.choice, text.choices[agreement.choice]),
    ...(minimumAge === null ? [] : [row(text.age, text.ageFrom(minimumAge))]),
    powerRow(agreement, language),
    row(text.basis, basisInWords(agreement.legalBasis, language)),
    row(text.agreedOn, formatDate(ukToday(agreement.agreedAt), language)),
    ...(reviewOn === null ? [] : [row(text.reviewOn, formatDate(reviewOn, language))]),
    ...(endsOn === null ? [] : [row(text.endsOn, formatDate(endsOn, language))]),
  ]
}

export const standingInWords = (agreement: RegisteredAgreement, today: CalendarDate, language: Language) =>
  words[language].standings[standingOn(today, agreement)]

/** `Change of address`; a type that the catalogue no longer has keeps its name. */
export const eventInWords = (type: string, language: Language, events?: Catalogue) =>
  findLifeEvent(type, events)?.words[language].short ?? type

/** Labels of fields as the catalogue has them, without repeats. */
export function fieldsInWords(
  { types, fields }: { types: readonly string[]; fields: readonly string[] },
  language: Language,
  events?: Catalogue,
): string[] {
  const covered = types.flatMap((type) => findLifeEvent(type, events) ?? [])
  const labelOf = (field: string) =>
    covered.find((event) => event.fields[field])?.fields[field]?.label[language] ?? field
  return [...new Set(fields.map(labelOf))]
}

const row = (key: string, text: string): ShownRow => ({ key, lines: [{ text }] })

function toldRow({ type, fields }: Agreement['events'][number], language: Language, known?: Catalogue): ShownRow {
  const lines = fieldsInWords({ types: [type], fields }, language, known).map((text) => ({ text }))
  const nothing = { text: words[language].agencies.toldNothing }
  const key = words[language].agreement.told(eventInWords(type, language, known))
  return { key, lines: lines.length > 0 ? lines : [nothing], bullets: lines.length > 1 }
}

/** What is sent for finding the person alone: most of what bodies match by they are told anyway. */
function matchingRows({ events, matching }: Agreement, language: Language, known?: Catalogue): ShownRow[] {
  const text = words[language].agreement
  const more = matching.filter((field) => !events.every(({ fields }) => fields.includes(field)))
  const types = events.map(({ type }) => type)
  const lines = fieldsInWords({ types, fields: more }, language, known).map((label) => ({ text: label }))
  return lines.length > 0 ? [{ key: text.matching, lines, bullets: lines.length > 1, note: text.matchingNote }] : []
}

function powerRow({ power, powerName }: Agreement, language: Language): ShownRow {
  const href = powerLink(power)
  const text = powerName ? inLanguage(powerName, language) : power
  return { ...row(words[language].agreement.power, text), ...(href && { href }) }
}

/** `It is needed for a public task (Article 6(1)(e) of the UK GDPR)`. */
export const basisInWords = (legalBasis: string, language: Language) =>
  words[language].basis(legalBasis, lawfulBasis(legalBasis))
