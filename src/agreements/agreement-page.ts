import type { Agency } from '../agencies/agency.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { formatDate, ukToday, type CalendarDate } from '../shared/dates.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import type { RegisteredAgreement } from './agreement-store.ts'
import { versionPath } from './agreement.ts'
import { grantSchemaPath } from './grant-schema.ts'
import { agreementRows, eventInWords, said, standingInWords, words } from './show-agreement.ts'

export interface AgreementPage {
  agreement: RegisteredAgreement
  agency: Agency
  history: RegisteredAgreement[]
  /** Whether the title names the version: the agreement's own page always shows the latest. */
  withVersion: boolean
  today: CalendarDate
  events?: Catalogue
}

export function agreementPage(page: AgreementPage, language: Language) {
  const { agreement, agency, history, withVersion, today } = page
  const text = words[language]
  const [body, purpose] = [inLanguage(agency.name, language), inLanguage(agreement.purpose, language)]
  const { title, versionTitle } = text.agreement
  return {
    title: withVersion ? versionTitle(body, purpose, agreement.version) : title(body, purpose),
    text,
    backLink: '/agreements',
    illustration: agency.illustration ? text.illustrationOf(body) : undefined,
    latest: agreement.version === agreement.latestVersion ? undefined : `/agreements/${agreement.id}`,
    standing: standingInWords(agreement, today, language),
    rows: agreementRows(agreement, page, language),
    schemas: agreement.events.map(({ type }) => ({
      text: text.agreement.schema(eventInWords(type, language, page.events)),
      href: grantSchemaPath(agreement, type),
    })),
    versions: history.map((one) => versionLink(one, agreement, language)),
  }
}

/** A body with its agreements, for the list. */
export function bodyWith(
  agency: Agency,
  agreements: readonly RegisteredAgreement[],
  { today, language, events }: { today: CalendarDate; language: Language; events?: Catalogue },
) {
  const own = agreements.filter(({ agencyId }) => agencyId === agency.id)
  return {
    id: agency.id,
    name: said(agency.name, language),
    illustration: agency.illustration,
    agreements: own.map((agreement) => ({
      href: `/agreements/${agreement.id}`,
      purpose: said(agreement.purpose, language),
      events: agreement.events.map(({ type }) => eventInWords(type, language, events)).join(', '),
      standing: standingInWords(agreement, today, language),
    })),
  }
}

const versionLink = (one: RegisteredAgreement, shown: RegisteredAgreement, language: Language) => ({
  text: words[language].agreement.version(one.version, formatDate(ukToday(one.agreedAt), language)),
  href: one.version === shown.version ? undefined : versionPath(one),
})
