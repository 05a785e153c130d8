import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Algorithm } from '../../vault/signing-keys.ts'
import { ENDPOINT_COLUMNS, sealedEndpoint, type EndpointRow, type SealedEndpoint } from '../endpoint.ts'
import type { Answer, AnswerKind, Step } from './conformance.ts'
import type { SyntheticToken } from './synthetic-token.ts'

/** Of which run and step; null for the sandbox. */
export interface Origin {
  subscriptionId: string
  agencyId: string
  runId: string | null
  step: Step | null
}

/** One that is about to be sent or handed over. */
export interface ClaimedToken extends SyntheticToken {
  id: number
  agencyId: string
  subscriptionId: string
  algorithm: Algorithm
  lease: string
}

/** With where it is pushed to; what is shown there is sealed. */
export interface PushedToken extends ClaimedToken {
  endpoint: SealedEndpoint
}

export interface StoredToken {
  id: number
  jti: string
  step: Step | null
  state: 'due' | AnswerKind
  createdAt: Date
  token: SyntheticToken
}

export interface TokenClaim {
  lease: string
  now: Date
  leasedUntil: Date
  limit: number
}

/** To be sent, or handed over, at once. */
export async function addTokens(tx: Db, origin: Origin, tokens: readonly SyntheticToken[], now: Date): Promise<void> {
  await tx('synthetic_tokens').insert(
    tokens.map(({ jti, eventType, facts, person, transaction, flaw }) => ({
      ...{ jti, person, transaction, flaw, event_type: eventType, facts: JSON.stringify(facts), created_at: now },
      ...{ subscription_id: origin.subscriptionId, agency_id: origin.agencyId },
      ...{ run_id: origin.runId, step: origin.step },
    })),
  )
}

/** Leases what streams that are pushed to are to be tried with. What a killed worker had in hand is leased again. */
export async function claimPushedTokens(db: Db, claim: TokenClaim): Promise<PushedToken[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `with taken as materialized (
       select t.id from synthetic_tokens t
       join subscriptions s on s.id = t.subscription_id
       join agencies a on a.id = t.agency_id
       where ${DUE} and s.method = 'push' and s.status = 'enabled' and s.endpoint_url is not null and a.status = 'active'
       order by t.id limit :limit for update of t skip locked
     )
     update synthetic_tokens t set lease = :lease, leased_until = :leasedUntil
     from taken, subscriptions s where t.id = taken.id and s.id = t.subscription_id
     returning t.*, s.algorithm, ${ENDPOINT_COLUMNS}`,
    { ...claim },
  )
  return rows.map((row) => ({
    ...toClaimed(row),
    endpoint: sealedEndpoint(row),
  }))
}

/** Leases what one stream that polls is to be tried with. In its body's context. */
export async function claimPolledTokens(tx: Db, stream: string, claim: TokenClaim): Promise<ClaimedToken[]> {
  if (claim.limit <= 0) return []
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `with taken as materialized (
       select t.id from synthetic_tokens t
       join subscriptions s on s.id = t.subscription_id
       where t.subscription_id = :stream and ${DUE} and s.method = 'poll' and s.status = 'enabled'
       order by t.id limit :limit for update of t skip locked
     )
     update synthetic_tokens t set lease = :lease, leased_until = :leasedUntil
     from taken, subscriptions s where t.id = taken.id and s.id = t.subscription_id
     returning t.*, s.algorithm`,
    { ...claim, stream },
  )
  return rows.map(toClaimed).toSorted((one, other) => one.id - other.id)
}

/** Whether another poll would get one. In its body's context. */
export async function hasMoreTokens(tx: Db, stream: string, now: Date): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { more: boolean }[] }>(
    `select exists (select from synthetic_tokens t where t.subscription_id = :stream and ${DUE}) as more`,
    { stream, now },
  )
  return rows[0]?.more ?? false
}

/** Not if somebody else has claimed it since. */
export async function settleToken(db: Db, token: Pick<ClaimedToken, 'id' | 'lease'>, answer: Answer, now: Date) {
  await db('synthetic_tokens')
    .where({ id: token.id, lease: token.lease, state: 'due' })
    .update({ state: answer.kind, code: answer.code, settled_at: now, lease: null, leased_until: null })
}

/** Those of a run, oldest first. */
export async function tokensOfRun(tx: Db, runId: string): Promise<(StoredToken & { answer: Answer | undefined })[]> {
  const rows = await tx<Row>('synthetic_tokens').where({ run_id: runId }).orderBy('id')
  return rows.map((row) => ({
    ...{ id: row.id, jti: row.jti, step: row.step, state: row.state, createdAt: row.created_at, token: toToken(row) },
    answer: row.state === 'due' ? undefined : { kind: row.state, code: row.code },
  }))
}

/** Those of a step that had their time. */
export async function silence(tx: Knex.Transaction, runId: string, since: Date, now: Date): Promise<void> {
  await tx('synthetic_tokens')
    .where({ run_id: runId, state: 'due' })
    .where('created_at', '<=', since)
    .update({ state: 'silent', settled_at: now, lease: null, leased_until: null })
}

const DUE = `t.state = 'due' and (t.leased_until is null or t.leased_until <= :now)`

interface Row extends EndpointRow {
  id: number
  jti: string
  agency_id: string
  run_id: string | null
  step: Step | null
  event_type: string
  facts: SyntheticToken['facts']
  person: string
  transaction: string
  flaw: SyntheticToken['flaw']
  state: StoredToken['state']
  code: string | null
  outcome: string | null
  created_at: Date
  lease: string
  algorithm: Algorithm
}

const toToken = (row: Row): SyntheticToken => ({
  ...{ jti: row.jti, eventType: row.event_type, facts: row.facts, flaw: row.flaw },
  ...{ person: row.person, transaction: row.transaction },
})

const toClaimed = (row: Row): ClaimedToken => ({
  ...toToken(row),
  ...{ id: row.id, lease: row.lease, algorithm: row.algorithm },
  ...{ agencyId: row.agency_id, subscriptionId: row.subscription_id },
})
