import type { Agency } from '../agencies/agency.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { formatDate, ukToday, type CalendarDate } from '../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../shared/language.ts'
import type { RegisteredAgreement } from './agreement-store.ts'
import { versionPath } from './agreement.ts'
import { words as concernWords } from './concerns/words.ts'
import { grantSchemaPath } from './grant-schema.ts'
import type { AboutAgreement } from './register/about-agreement.ts'
import { accountRows } from './register/account-rows.ts'
import { changesInWords } from './register/changes.ts'
import { chainInWords, historyInWords } from './register/history-rows.ts'
import { useInWords } from './register/use-rows.ts'
import { registerWords } from './register/words.ts'
import { agreementRows, eventInWords, standingInWords, words } from './show-agreement.ts'

export interface AgreementPage {
  agreement: RegisteredAgreement
  agency: Agency
  history: RegisteredAgreement[]
  /** Whether the title names the version: the agreement's own page always shows the latest. */
  withVersion: boolean
  about: AboutAgreement
  /** Of other bodies that the page names. */
  names: ReadonlyMap<string, { name: Bilingual }>
  today: CalendarDate
  events?: Catalogue
}

export function agreementPage(page: AgreementPage, language: Language) {
  const { agreement, agency, history, withVersion, about, names, today } = page
  const text = words[language]
  const [body, purpose] = [inLanguage(agency.name, language), inLanguage(agreement.purpose, language)]
  const { title, versionTitle } = text.agreement
  return {
    title: withVersion ? versionTitle(body, purpose, agreement.version) : title(body, purpose),
    ...{ text, register: registerWords[language] },
    backLink: '/agreements',
    illustration: agency.illustration ? text.illustrationOf(body) : undefined,
    latest: agreement.version === agreement.latestVersion ? undefined : `/agreements/${agreement.id}`,
    standing: standingInWords(agreement, today, language),
    rows: agreementRows(agreement, page, language),
    notAskedAgain: agreement.holderId !== null,
    account: accountRows(agreement, names.get(agreement.holderId ?? '')?.name, language),
    use: about.use && useInWords(about.use, language),
    decisions: historyInWords(about.decisions, names, language),
    chain: chainInWords(about.chain, language),
    changes: changesSince(page, language),
    schemas: agreement.events.map(({ type }) => ({
      text: text.agreement.schema(eventInWords(type, language, page.events)),
      href: grantSchemaPath(agreement, type),
    })),
    concerns: { href: `/agreements/${agreement.id}/concerns`, text: concernWords[language].link },
    versions: history.map((one) => versionLink(one, agreement, language)),
    json: `/agreements/${agreement.id}.json`,
  }
}

/** What this version says otherwise than the one before it. */
function changesSince({ agreement, history, events }: AgreementPage, language: Language): string[] {
  const before = history.find(({ version }) => version === agreement.version - 1)
  const { first, none } = registerWords[language].changes
  if (!before) return [first]
  const changes = changesInWords(before, agreement, { language, events })
  return changes.length > 0 ? changes : [none]
}

const versionLink = (one: RegisteredAgreement, shown: RegisteredAgreement, language: Language) => ({
  text: words[language].agreement.version(one.version, formatDate(ukToday(one.agreedAt), language)),
  href: one.version === shown.version ? undefined : versionPath(one),
})
