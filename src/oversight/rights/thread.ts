import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { widenContext, type Db } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { open, seal } from '../../vault/sealing.ts'
import { dataKeyOfSubject } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { addEntry, entriesOf, type NewEntry } from './entry-store.ts'
import { wordsPlace, type RightsEntry, type RightsRequest, type Words } from './right.ts'

/** What was said and happened, in order. Without words where the citizen's key is gone: then they are erased. */
export async function readThread(tx: Db, vault: Vault, request: RightsRequest): Promise<RightsEntry[]> {
  const [entries, dataKey] = [await entriesOf(tx, request.id), await dataKeyOfSubject(tx, vault, request.subjectRef)]
  return entries.map(({ words, ...entry }) => ({
    ...entry,
    words: words && dataKey ? open<Words>(dataKey.key, words, wordsPlace(entry.id)) : undefined,
  }))
}

export type Said = Omit<NewEntry, 'id' | 'requestId' | 'words'> & { words?: Words | undefined }

/** Adds to a thread, in the context of whoever speaks. @throws Refusal `gone` when the citizen's data was erased */
export async function addToThread(
  tx: Db,
  vault: Vault,
  request: RightsRequest,
  { words, ...said }: Said,
  { tell }: { tell: boolean },
): Promise<void> {
  const id = uuidv7()
  const sealed = words && (await sealFor(tx, vault, request, id, words))
  await addEntry(tx, { id, requestId: request.id, ...said, words: sealed }, { tell })
}

/** A body's transaction may then open what this citizen wrote to it, and seal what it answers. */
export const asBodyOf = (tx: Knex.Transaction, { subjectRef }: RightsRequest) =>
  widenContext(tx, { subjects: [subjectRef] })

async function sealFor(tx: Db, vault: Vault, { subjectRef }: RightsRequest, entryId: string, words: Words) {
  const dataKey = await dataKeyOfSubject(tx, vault, subjectRef)
  if (!dataKey) throw new Refusal('gone', 'The citizen’s data has been erased')
  return seal(dataKey.key, words, wordsPlace(entryId))
}
