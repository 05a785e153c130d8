import { ask, type Db } from '../shared/database.ts'
import { AGREEMENT_COLUMNS, toAgreement, type AgreementRow } from './agreement-rows.ts'
import type { Agreement, AgreementState } from './agreement.ts'

/** A version as the register holds it, with what has become of its agreement. */
export interface RegisteredAgreement extends Agreement {
  agreedAt: Date
  state: AgreementState
  /** When the state was last set. */
  changedAt: Date
  /** Id of the agreement of another body whose approval it rests on. */
  reliesOn: string | null
  latestVersion: number
}

/** These very versions, in no order; those that do not exist are left out. Versions never change. */
export async function agreementVersions(
  db: Db,
  ids: readonly Pick<Agreement, 'id' | 'version'>[],
): Promise<RegisteredAgreement[]> {
  if (ids.length === 0) return []
  const pairs = [ids.map(({ id }) => id), ids.map(({ version }) => version)]
  return select(db, `(v.agreement_id, v.version) in (select * from unnest($1::text[], $2::integer[]))`, pairs)
}

/** Each agreement in its latest version, live ones and those that are not, by body. */
export const listAgreements = (db: Db) => select(db, 'v.version = a.version')

/** These agreements in their latest versions, live ones and those that are not; unknown ids are left out. */
export const latestVersions = (db: Db, ids: readonly string[]) =>
  select(db, 'v.version = a.version and a.id = any ($1)', [ids])

/** Every version of one agreement, the latest first; empty for an unknown id. */
export const agreementHistory = (db: Db, id: string) => select(db, 'a.id = $1', [id])

/** Puts a new version on record and in force. */
export async function agree(db: Db, agreement: Agreement, now: Date): Promise<void> {
  const { id, version } = agreement
  await db('agreement_versions').insert({
    agreement_id: id,
    version,
    purpose: agreement.purpose,
    effect: agreement.effect,
    legal_basis: agreement.legalBasis,
    power: agreement.power,
    power_name: agreement.powerName,
    choice: agreement.choice,
    irreversible: agreement.irreversible,
    matching: agreement.matching,
    minimum_age: agreement.minimumAge,
    usual_days: agreement.usualDays,
    review_on: agreement.reviewOn,
    ends_on: agreement.endsOn,
    ...{ account: agreement.account, holder_id: agreement.holderId },
    ...{ starts_on: agreement.startsOn, trial: agreement.trial },
    agreed_at: now,
  })
  await db('agreement_events').insert(
    agreement.events.map(({ type, fields }) => ({ agreement_id: id, version, event_type: type, fields })),
  )
  const standing = { version, state: 'live', changed_at: now }
  await db('agreements')
    .insert({ id, agency_id: agreement.agencyId, ...standing })
    .onConflict('id')
    .merge(standing)
}

/** Ends an agreement, lets it lapse, or takes it up again in its latest version. */
export async function setState(db: Db, id: string, state: AgreementState, now: Date): Promise<void> {
  await db('agreements').where({ id }).update({ state, changed_at: now })
}

interface Row extends AgreementRow {
  agreed_at: Date
  state: AgreementState
  changed_at: Date
  relies_on: string | null
  latest_version: number
}

async function select(db: Db, condition: string, values: unknown[] = []): Promise<RegisteredAgreement[]> {
  const rows = await ask<Row>(db, {
    // The conditions differ before that.
    name: `agreements: ${condition}`.slice(0, 63),
    text: `
      select ${AGREEMENT_COLUMNS}, v.agreed_at, a.state, a.changed_at, a.relies_on, a.version as latest_version
      from agreement_versions v join agreements a on a.id = v.agreement_id
      where ${condition} order by a.agency_id, a.id, v.version desc`,
    values,
  })
  return rows.map((row) => ({
    ...toAgreement(row),
    agreedAt: row.agreed_at,
    state: row.state,
    changedAt: row.changed_at,
    reliesOn: row.relies_on,
    latestVersion: row.latest_version,
  }))
}
