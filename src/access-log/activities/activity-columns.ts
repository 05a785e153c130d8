import { activityVersionPath, type Activity, type RegisteredActivity } from './registered-activity.ts'

/** A version as PostgreSQL gives it. */
export interface ActivityRow {
  agency_id: string
  activity_id: string
  version: number
  purpose: Activity['purpose']
  dpv_purpose: string
  legal_basis: string
  power: string
  power_name: Activity['powerName']
  special_basis: string | null
  data_categories: string[]
  confidentiality: Activity['confidentiality']
  opens_after_days: number | null
  seal_authority: Activity['sealAuthority']
  review_after_days: number | null
  retention_months: number
  agreement_id: string | null
  registered_at: Date
  state: 'live' | 'ended'
  changed_at: Date
  latest_version: number
}

export const toActivity = (row: ActivityRow): RegisteredActivity => ({
  agencyId: row.agency_id,
  id: row.activity_id,
  version: row.version,
  purpose: row.purpose,
  dpvPurpose: row.dpv_purpose,
  legalBasis: row.legal_basis,
  power: row.power,
  powerName: row.power_name,
  specialBasis: row.special_basis,
  dataCategories: row.data_categories,
  confidentiality: row.confidentiality,
  opensAfterDays: row.opens_after_days,
  sealAuthority: row.seal_authority,
  reviewAfterDays: row.review_after_days,
  retentionMonths: row.retention_months,
  agreementId: row.agreement_id,
  path: activityVersionPath({ agencyId: row.agency_id, id: row.activity_id, version: row.version }),
  registeredAt: row.registered_at,
  state: row.state,
  changedAt: row.changed_at,
  latestVersion: row.latest_version,
  endsOn: null,
})
