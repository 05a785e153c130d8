import type { Agreement } from './agreement.ts'

/** A version as PostgreSQL gives it. */
export interface AgreementRow {
  agreement_id: string
  version: number
  agency_id: string
  purpose: Agreement['purpose']
  effect: Agreement['effect']
  legal_basis: string
  power: string
  power_name: Agreement['powerName']
  choice: Agreement['choice']
  irreversible: boolean
  matching: string[]
  minimum_age: number | null
  usual_days: number
  review_on: string | null
  ends_on: string | null
  account: Agreement['account']
  holder_id: string | null
  starts_on: string | null
  trial: Agreement['trial']
  events: Agreement['events']
}

/** What a query needs to select for `toAgreement`, where `v` is `agreement_versions` and `a` is `agreements`. */
export const AGREEMENT_COLUMNS = `
  v.agreement_id, v.version, a.agency_id, v.purpose, v.effect, v.legal_basis, v.power, v.power_name, v.choice, v.irreversible, v.matching,
  v.minimum_age, v.usual_days, v.review_on, v.ends_on, v.account, v.holder_id, v.starts_on, v.trial,
  (select jsonb_agg(jsonb_build_object('type', e.event_type, 'fields', e.fields) order by e.event_type)
     from agreement_events e where e.agreement_id = v.agreement_id and e.version = v.version) as events`

export const toAgreement = (row: AgreementRow): Agreement => ({
  id: row.agreement_id,
  version: row.version,
  agencyId: row.agency_id,
  purpose: row.purpose,
  effect: row.effect,
  legalBasis: row.legal_basis,
  power: row.power,
  powerName: row.power_name,
  choice: row.choice,
  irreversible: row.irreversible,
  matching: row.matching,
  minimumAge: row.minimum_age,
  usualDays: row.usual_days,
  reviewOn: row.review_on,
  endsOn: row.ends_on,
  account: row.account,
  holderId: row.holder_id,
  startsOn: row.starts_on,
  trial: row.trial,
  events: row.events,
})
