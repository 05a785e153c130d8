import type { Knex } from 'knex'

export interface KeyedCall {
  agencyId: string
  key: string
  contentHash: Buffer
  now: Date
  expiresAt: Date
}

/** In the agency's context: what the key stands for. It is this call if the key is new or its time is over. */
export async function contentOfKey(tx: Knex.Transaction, call: KeyedCall): Promise<Buffer> {
  const { rows } = await tx.raw<{ rows: { content_hash: Buffer }[] }>(
    `insert into idempotency_keys as known (agency_id, key, content_hash, expires_at)
     values (:agencyId, :key, :contentHash, :expiresAt)
     on conflict (agency_id, key) do update set
       content_hash = case when known.expires_at <= :now then excluded.content_hash else known.content_hash end,
       expires_at = case when known.expires_at <= :now then excluded.expires_at else known.expires_at end
     returning content_hash`,
    { ...call },
  )
  return rows[0]?.content_hash ?? call.contentHash
}
