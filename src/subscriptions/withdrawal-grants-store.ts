import { AGREEMENT_COLUMNS, toAgreement, type AgreementRow } from '../agreements/agreement-rows.ts'
import type { Db } from '../shared/database.ts'
import { GRANTED_COLUMNS, grantedTo, type GrantedRow } from './granted-subscription.ts'
import type { Grant } from './grants-store.ts'

export interface WantedWithdrawal {
  /** The delivery's. */
  id: string
  agencyId: string
  subscriptionId: string
  agreementId: string
  /** The version under which the body was told. */
  agreementVersion: number
}

/**
 * Where a body is told that what it was told is withdrawn, by delivery. Its agreement may have ended since: whoever was
 * told something must be told that it no longer stands (UK GDPR, article 19), and no fact goes with it. So this goes by
 * the terms under which it was told, and to another stream of the body where that one is gone. Not in the map: a body
 * that has no stream left.
 */
export async function withdrawalGrants(db: Db, wanted: readonly WantedWithdrawal[]): Promise<Map<string, Grant>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select w.delivery_id, s.id as subscription_id, s.method, s.status, g.status as agency_status, g.nation, g.areas,
       ${GRANTED_COLUMNS}, ${AGREEMENT_COLUMNS}
     from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::integer[])
       as w (delivery_id, agency_id, subscription_id, agreement_id, version)
     join agencies g on g.id = w.agency_id
     join agreements a on a.id = w.agreement_id
     join agreement_versions v on v.agreement_id = w.agreement_id and v.version = w.version
     cross join lateral (
       select * from subscriptions s
       where s.agency_id = w.agency_id and (
         (s.id = w.subscription_id and s.status <> 'disabled')
         -- Another only if it can be told at once: its own lane is not there to hold it back.
         or (s.status = 'enabled' and s.method = 'push' and s.proved_at is not null and g.status = 'active'))
       order by s.id = w.subscription_id desc, s.id limit 1
     ) s`,
    [
      wanted.map(({ id }) => id),
      wanted.map(({ agencyId }) => agencyId),
      wanted.map(({ subscriptionId }) => subscriptionId),
      wanted.map(({ agreementId }) => agreementId),
      wanted.map(({ agreementVersion }) => agreementVersion),
    ] as unknown as string[],
  )
  return new Map(rows.map((row) => [row.delivery_id, toGrant(row)]))
}

interface Row extends AgreementRow, GrantedRow {
  delivery_id: string
}

const toGrant = (row: Row): Grant => ({ agreement: toAgreement(row), fields: [], keepsList: false, ...grantedTo(row) })
