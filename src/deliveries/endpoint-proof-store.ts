import type { Db } from '../shared/database.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { ENDPOINT_COLUMNS, sealedEndpoint, type EndpointRow, type SealedEndpoint } from './endpoint.ts'
import type { ProofResult, ProofStep } from './prove-endpoint.ts'

/** How far the endpoint of a stream has got with proving itself. */
export interface EndpointProof {
  subscriptionId: string
  /** Failed: it is tried again. */
  state: 'due' | 'proved' | 'failed'
  /** Which call was not answered as it should have been, and how it was answered, in a code of ours. */
  step: ProofStep | null
  detail: string | null
  attempts: number
  checkedAt: Date | null
  nextAttemptAt: Date | null
}

/** Of these streams, by id; in their body's context. A stream that is not pushed to is not in the map. */
export async function proofsOf(db: Db, subscriptionIds: readonly string[]): Promise<Map<string, EndpointProof>> {
  const rows = await db<ProofRow>('endpoint_proofs').whereRaw('subscription_id = any(?::uuid[])', [
    [...subscriptionIds],
  ])
  return new Map(rows.map((row) => [row.subscription_id, toProof(row)]))
}

/** The next proof at once, whatever came of the last; what was proved stays proved until then. With the worker's role. */
export async function askForProof(db: Db, subscriptionId: string, now: Date): Promise<void> {
  await db.raw(
    `with asked as (
       update endpoint_proofs set next_attempt_at = :now where subscription_id = :id and state <> 'proved' returning 1
     ) select pg_notify('streams', :id) from asked`,
    { id: subscriptionId, now },
  )
}

/** A stream whose endpoint is to prove itself now. */
export interface ClaimedProof {
  agencyId: string
  algorithm: Algorithm
  attempts: number
  lease: string
  endpoint: SealedEndpoint
}

export interface ProofClaim {
  lease: string
  now: Date
  leasedUntil: Date
  limit: number
}

export async function claimProofs(db: Db, claim: ProofClaim): Promise<ClaimedProof[]> {
  const { rows } = await db.raw<{ rows: ClaimedRow[] }>(
    `with taken as materialized (
       select p.subscription_id from endpoint_proofs p
       join subscriptions s on s.id = p.subscription_id and s.method = 'push' and s.endpoint_url is not null
         and s.status <> 'disabled'
       join agencies a on a.id = p.agency_id and a.status = 'active'
       where p.state <> 'proved' and p.next_attempt_at <= :now and (p.leased_until is null or p.leased_until <= :now)
       order by p.next_attempt_at limit :limit for update of p skip locked
     )
     update endpoint_proofs p set lease = :lease, leased_until = :leasedUntil
     from taken, subscriptions s where p.subscription_id = taken.subscription_id and s.id = p.subscription_id
     returning p.subscription_id, p.agency_id, p.attempts, p.lease, s.algorithm, ${ENDPOINT_COLUMNS}`,
    { ...claim },
  )
  return rows.map((row) => ({
    ...{ agencyId: row.agency_id, algorithm: row.algorithm, attempts: row.attempts, lease: row.lease },
    endpoint: sealedEndpoint(row),
  }))
}

/**
 * Writes what came of it, unless the stream has changed since: then the lease is gone, and what was proved is no longer
 * what is there. The stream first, as whoever changes it locks it first.
 */
export async function settleProof(
  db: Db,
  { endpoint, lease }: Pick<ClaimedProof, 'endpoint' | 'lease'>,
  result: ProofResult,
  { now, next }: { now: Date; next: Date },
): Promise<void> {
  const { kind, step = null, detail = null } = { step: undefined, detail: undefined, ...result }
  await db.raw(
    `with stream as materialized (select id from subscriptions where id = :id for update), settled as (
       update endpoint_proofs p set state = :kind, step = :step, detail = :detail, attempts = attempts + 1,
         next_attempt_at = :next, checked_at = :now, lease = null, leased_until = null
       from stream where p.subscription_id = stream.id and p.lease = :lease returning p.subscription_id
     )
     update subscriptions s set proved_at = :now from settled where s.id = settled.subscription_id and :kind = 'proved'`,
    { id: endpoint.id, lease, kind, step, detail, now, next },
  )
}

interface ProofRow {
  subscription_id: string
  state: EndpointProof['state']
  step: ProofStep | null
  detail: string | null
  attempts: number
  checked_at: Date | null
  next_attempt_at: Date | null
}

interface ClaimedRow extends EndpointRow {
  agency_id: string
  attempts: number
  lease: string
  algorithm: Algorithm
}

const toProof = (row: ProofRow): EndpointProof => ({
  subscriptionId: row.subscription_id,
  state: row.state,
  step: row.step,
  detail: row.detail,
  attempts: row.attempts,
  checkedAt: row.checked_at,
  nextAttemptAt: row.state === 'proved' ? null : row.next_attempt_at,
})
