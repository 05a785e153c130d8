import type { Agency } from '../../agencies/agency.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { latestVersions, type RegisteredAgreement } from '../agreement-store.ts'
import { contactWays } from '../contact-ways.ts'
import { findEntries } from '../register/entry-store.ts'
import type { RegisterFilter } from '../register/register-filter.ts'
import { fieldsInWords, said, words as agreementWords } from '../show-agreement.ts'
import type { AgencyRecord } from './agency-record.ts'
import { directoryWords } from './words.ts'

// What a reader looks through; all of them are a link away.
const SHOWN = 20

export interface AgencyPage {
  agency: Agency
  record: AgencyRecord | undefined
  today: CalendarDate
  language: Language
  events?: Catalogue | undefined
}

/** All that is public about one body. */
export async function agencyPage(db: Db, page: AgencyPage) {
  const { agency, record, language } = page
  const text = directoryWords[language].body
  const name = inLanguage(agency.name, language)
  const [receives, provides] = await Promise.all([
    inForce(db, { agency: agency.id }, page),
    inForce(db, { holder: agency.id }, page),
  ])
  return {
    ...{ title: name, text, id: agency.id, backLink: '/agencies', receives, provides },
    illustration: agency.illustration ? text.illustration(name) : undefined,
    suspended: agency.active ? undefined : directoryWords[language].list.suspended,
    facts: factRows(agency, language),
    covered: (agency.systemsCovered ?? []).map((system) => said(system, language)),
    missing: (agency.systemsMissing ?? []).map((system) => said(system, language)),
    appetite: agency.riskAppetite && said(agency.riskAppetite, language),
    record: record && recordRows(record, language),
    ways: contactWays(agency.contact, language),
  }
}

async function inForce(db: Db, filter: RegisterFilter, { today, language, events }: AgencyPage) {
  const ids = await findEntries(db, { filter: { ...filter, standing: 'live' }, today, limit: SHOWN + 1 })
  const agreements = await latestVersions(db, ids.slice(0, SHOWN))
  return {
    agreements: agreements.map((agreement) => shown(agreement, language, events)),
    more: ids.length > SHOWN,
  }
}

const shown = (agreement: RegisteredAgreement, language: Language, events: Catalogue) => ({
  href: `/agreements/${agreement.id}`,
  purpose: said(agreement.purpose, language),
  fields: fieldsTold(agreement, language, events).join(', '),
})

function fieldsTold({ events, matching }: RegisteredAgreement, language: Language, known: Catalogue): string[] {
  const types = events.map(({ type }) => type)
  const fields = [...events.flatMap((event) => event.fields), ...matching]
  return fieldsInWords({ types, fields }, language, known)
}

function factRows({ cluster, region, areas }: Agency, language: Language) {
  const text = directoryWords[language].body
  return [
    { key: text.cluster, value: agreementWords[language].clusters[cluster] },
    ...(region === undefined ? [] : [{ key: text.region, value: text.regions[region] ?? region }]),
    { key: text.serves, value: areas === null ? text.everywhere : text.someAreas },
  ]
}

function recordRows({ told, used, drift, answered, onTime }: AgencyRecord, language: Language) {
  const text = directoryWords[language].body
  const count = (value: number | null) => value?.toLocaleString('en-GB') ?? text.few
  const share = (value: number | null) => (value === null ? text.unknown : text.share(Math.round(100 * value)))
  return [
    { key: text.told, value: count(told) },
    { key: text.answered, value: share(answered) },
    { key: text.onTime, value: share(onTime) },
    { key: text.used, value: count(used) },
    { key: text.drift, value: count(drift) },
  ]
}
