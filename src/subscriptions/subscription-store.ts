import type { Db } from '../shared/database.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { sendingColumns, toSendingTerms, type SendingRow } from './sending-columns.ts'
import type { Subscription } from './subscription.ts'

/** All subscriptions, or those of these bodies, in the order of the agencies file. */
export async function listSubscriptions(db: Db, agencyIds?: readonly string[]): Promise<Subscription[]> {
  const query = db<Row>('subscriptions').orderBy(['agency_id', 'position', 'id'])
  if (agencyIds) void query.whereIn('agency_id', [...agencyIds])
  return (await query).map(toSubscription)
}

/** Adds a subscription or brings it up to date. */
export async function saveSubscription(db: Db, subscription: Subscription, now: Date): Promise<void> {
  const { id, ...rest } = toRow(subscription)
  const facts = { ...rest, ...sendingColumns(subscription, now), changed_at: now }
  await db('subscriptions')
    .insert({ id, ...facts })
    .onConflict('id')
    .merge(facts)
}

export type SealedColumn = 'authorization_header' | 'token_client'

/**
 * Seals what a receiver gave us anew: the value is the same, so what its endpoint has proved stands. Not if it has been
 * given another since. @returns whether it was replaced.
 */
export async function replaceSealed(
  db: Db,
  column: SealedColumn,
  { id, old, sealed }: { id: string; old: Buffer; sealed: Buffer },
): Promise<boolean> {
  // The smallest change of the time says that what was proved is proved for this too.
  const proved = db.raw(`proved_at + interval '1 microsecond'`)
  const changed = await db('subscriptions')
    .where({ id, [column]: old })
    .update({ [column]: sealed, proved_at: proved })
  return changed === 1
}

/** What is still to be delivered to it is refused when it is claimed. */
export async function removeSubscription(db: Db, id: string): Promise<void> {
  await db('subscriptions').where({ id }).delete()
}

/** Two people at the same moment would both add what is not there yet. Bodies stand in a file in any order, holders too. */
export async function applyOneAtATime(tx: Db): Promise<void> {
  await tx.raw('set constraints agreement_versions_holder_id_fkey deferred')
  await tx.raw(`select pg_advisory_xact_lock(hashtext('agencies-file'))`)
}

interface Row extends SendingRow {
  id: string
  agency_id: string
  position: number | null
  method: Subscription['method']
  endpoint_url: string | null
  authorization_header: Buffer | null
  token_url: string | null
  token_client: Buffer | null
  events: string[] | null
  agreements: string[] | null
  status: Subscription['status']
  algorithm: Algorithm
}

const toRow = (subscription: Subscription): Omit<Row, keyof SendingRow> => ({
  id: subscription.id,
  agency_id: subscription.agencyId,
  position: subscription.position,
  method: subscription.method,
  endpoint_url: subscription.endpointUrl,
  authorization_header: subscription.authorizationHeader,
  token_url: subscription.tokenUrl,
  token_client: subscription.tokenClient ?? null,
  events: subscription.events,
  agreements: subscription.agreements,
  status: subscription.status,
  algorithm: subscription.algorithm ?? 'ES256',
})

const toSubscription = (row: Row): Subscription => ({
  id: row.id,
  agencyId: row.agency_id,
  position: row.position,
  method: row.method,
  endpointUrl: row.endpoint_url,
  authorizationHeader: row.authorization_header,
  tokenUrl: row.token_url,
  tokenClient: row.token_client,
  events: row.events,
  agreements: row.agreements,
  status: row.status,
  algorithm: row.algorithm,
  ...toSendingTerms(row),
})
