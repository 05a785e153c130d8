import type { Db } from '../../shared/database.ts'
import { openDataKeys } from '../../vault/data-key-store.ts'
import { open } from '../../vault/sealing.ts'
import type { Vault } from '../../vault/vault.ts'
import { placeOfContent } from './follow-up-store.ts'
import type { FollowUpContents, FollowUpKind } from './follow-up.ts'

/** A follow-up as its row has it, with the key that its content is sealed under. */
export interface SealedFollowUp {
  id: string
  kind: FollowUpKind
  content: Buffer | null
  data_key_id: string
}

/** Contents of many, by id; those whose report is erased are not in the map. */
export async function contentsOfFollowUps(db: Db, vault: Vault, followUps: readonly SealedFollowUp[]) {
  const keys = await openDataKeys(
    db,
    vault,
    followUps.map(({ data_key_id }) => data_key_id),
  )
  const opened = followUps.flatMap(({ id, content, data_key_id }) => {
    const dataKey = keys.get(data_key_id)
    return content && dataKey
      ? [[id, open<Partial<AnyContent>>(dataKey.key, content, placeOfContent(id))] as const]
      : []
  })
  return new Map(opened)
}

/** Whichever kind it is of. */
export type AnyContent = FollowUpContents['correction'] &
  FollowUpContents['withdrawal'] &
  FollowUpContents['answer'] &
  FollowUpContents['offer']
