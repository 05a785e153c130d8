import { formatDate, type CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import type { Party } from './parties.ts'
import { publishedPowers, sectionAddress } from './published-power.ts'
import type { StoredAgreement } from './published-store.ts'

export const words = { en, cy }

/** What a row says. Published text is in English, whatever the page's language. */
export interface PublishedLine {
  text: string
  lang?: 'en'
  href?: string
}

export interface PublishedRow {
  key: string
  lines: PublishedLine[]
}

/** Everything that was published, in the order in which a reader asks for it. */
export function publishedRows(agreement: StoredAgreement, today: CalendarDate, language: Language): PublishedRow[] {
  const { agreement: text, standings } = words[language]
  const day = (date: CalendarDate | undefined) => [{ text: date ? formatDate(date, language) : text.notSaid }]
  const published = (written: string) => {
    const lines = written.split('\n').filter((line) => line.trim() !== '')
    return lines.length > 0 ? lines.map(inEnglish) : [{ text: text.notSaid }]
  }
  return [
    { key: text.standing, lines: [{ text: standings[standingOf(agreement, today)] }] },
    { key: text.purpose, lines: published(agreement.purpose) },
    { key: text.benefits, lines: published(agreement.benefits) },
    { key: text.information, lines: published(agreement.information) },
    { key: text.controllers, lines: agreement.controllers.map(partyInWords).map(inEnglish) },
    ...(agreement.processors.length > 0
      ? [{ key: text.processors, lines: agreement.processors.map(partyInWords).map(inEnglish) }]
      : []),
    { key: text.method, lines: published(agreement.method) },
    { key: text.power, lines: powerLines(agreement, language) },
    { key: text.retention, lines: [{ text: retentionInWords(agreement.retention, language) }] },
    { key: text.starts, lines: day(agreement.startsOn) },
    { key: text.ends, lines: day(agreement.endsOn) },
    { key: text.reviewed, lines: day(agreement.reviewOn) },
    { key: text.contact, lines: contactLines(agreement, language) },
  ]
}

export function standingOf({ startsOn, endsOn, leftAt }: StoredAgreement, today: CalendarDate) {
  if (leftAt) return 'left'
  if (endsOn !== undefined && endsOn < today) return 'ended'
  return startsOn !== undefined && startsOn > today ? 'not-begun' : 'current'
}

/** By its name, as that is what a reader looks for; a kind of body stands for itself where no name is given. */
export const partyInWords = ({ name, description }: Party): string => name ?? description ?? ''

export function retentionInWords(retention: string | undefined, language: Language): string {
  const { agreement: text } = words[language]
  if (retention === undefined) return text.notSaid
  if (retention === 'P0D') return text.notKept
  const inWords = { Y: text.years, M: text.months, D: text.days }
  const parts = [...retention.matchAll(/(\d+)([YMD])/g)].map(([, count, unit]) =>
    inWords[unit as keyof typeof inWords](Number(count)),
  )
  return parts.join(', ')
}

function powerLines({ power }: StoredAgreement, language: Language): PublishedLine[] {
  const { agreement: text } = words[language]
  if (!power) return [{ text: text.notSaid }]
  return [{ text: text.section(publishedPowers[power].section), href: sectionAddress(power) }]
}

function contactLines({ contacts }: StoredAgreement, language: Language): PublishedLine[] {
  if (contacts.length === 0) return [{ text: words[language].agreement.notSaid }]
  return contacts.map((text) => ({ text, href: text.startsWith('https:') ? text : `mailto:${text}` }))
}

const inEnglish = (text: string): PublishedLine => ({ text, lang: 'en' })
