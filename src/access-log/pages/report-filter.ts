import { eventInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import type { ReportLink } from './report-link-store.ts'

const words = { en, cy }

/** A report of the reader, whose part of the log they look at. */
export interface ShownReport extends ReportLink {
  id: string
}

/** What the list's page says when it shows one report's part. */
export function ofReport({ eventType, submittedAt, reference }: ShownReport, language: Language, events?: Catalogue) {
  const text = words[language].list.ofReport
  const event = eventInWords(eventType, language, events)
  return {
    title: text.title(event, formatDate(ukToday(submittedAt), language)),
    report: { intro: text.intro, href: `/reports/${reference}`, back: text.back },
  }
}

/** The same as a link to it. */
export function reportLink({ eventType, submittedAt, reference }: ReportLink, language: Language, events?: Catalogue) {
  const event = eventInWords(eventType, language, events)
  const text = words[language].entry.reportLink(event, formatDate(ukToday(submittedAt), language))
  return { text, href: `/access/reports/${reference}` }
}
