import {
  contentsOfFollowUps,
  type AnyContent,
  type SealedFollowUp,
} from '../reports/afterwards/follow-up-contents-store.ts'
import type { FollowUpKind } from '../reports/afterwards/follow-up.ts'
import type { Db } from '../shared/database.ts'
import type { Vault } from '../vault/vault.ts'
import type { ClaimedDelivery } from './delivery.ts'

/** What sending needs of what a citizen did after sending. */
export interface ToldFollowUp {
  kind: FollowUpKind
  at: Date
  /** Undefined when the report is erased. */
  content: Partial<AnyContent> | undefined
  /** The first token about the report to this body; undefined when this is the first. */
  originalJti: string | undefined
}

/** By delivery id. Asks the database only when there is one among these that carries such content. */
export async function toldFollowUps(
  db: Db,
  vault: Vault,
  claimed: readonly ClaimedDelivery[],
): Promise<Map<string, ToldFollowUp>> {
  const ids = claimed.filter(({ followUpId }) => followUpId !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select d.id as delivery_id, f.id, f.kind, f.content, f.created_at, r.data_key_id, first.id as first_id
     from deliveries d
     join follow_ups f on f.id = d.follow_up_id
     join reports r on r.id = d.report_id
     join deliveries first on first.report_id = d.report_id and first.subscription_id = d.subscription_id
       and first.agreement_id = d.agreement_id and first.after_id is null
     where d.id = any(?::uuid[])`,
    [ids] as unknown as string[],
  )
  const contents = await contentsOfFollowUps(db, vault, rows)
  return new Map(
    rows.map((row) => [
      row.delivery_id,
      {
        ...{ kind: row.kind, at: row.created_at, content: contents.get(row.id) },
        originalJti: row.first_id === row.delivery_id ? undefined : row.first_id,
      },
    ]),
  )
}

interface Row extends SealedFollowUp {
  delivery_id: string
  created_at: Date
  first_id: string
}
