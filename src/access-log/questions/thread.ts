import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { widenContext, type Db } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import { open, seal } from '../../vault/sealing.ts'
import { dataKeyOfSubject } from '../../vault/subject-store.ts'
import type { Vault } from '../../vault/vault.ts'
import { addEntry, entriesOf, type NewEntry } from './question-store.ts'
import { messagePlace, type Question, type QuestionEntry } from './question.ts'

/** What was said and happened, in order. Empty words where the citizen's key is gone: then what was said is erased. */
export async function readThread(tx: Db, vault: Vault, question: Question): Promise<QuestionEntry[]> {
  const [entries, dataKey] = [await entriesOf(tx, question.id), await dataKeyOfSubject(tx, vault, question.subjectRef)]
  return entries.map(({ message, ...entry }) => ({
    ...entry,
    message: message && dataKey ? open<string>(dataKey.key, message, messagePlace(entry.id)) : undefined,
  }))
}

export type Said = Pick<NewEntry, 'kind' | 'madeBy' | 'staffId' | 'due'> & { message?: string | undefined; at: Date }

/** Adds to a thread, in the context of whoever speaks. @throws Refusal `gone` when the citizen's data was erased */
export async function addToThread(
  tx: Db,
  vault: Vault,
  question: Question,
  { message, ...said }: Said,
  { tell }: { tell: boolean },
): Promise<string> {
  const id = uuidv7()
  const key = message === undefined ? undefined : await keyOf(tx, vault, question)
  const sealed = key && seal(key.key, message, messagePlace(id))
  await addEntry(tx, { id, questionId: question.id, ...said, message: sealed }, { tell })
  return id
}

/** A body's transaction may then open what this citizen wrote to it, and seal what it answers. */
export const asBodyOf = (tx: Knex.Transaction, question: Question) =>
  widenContext(tx, { subjects: [question.subjectRef] })

async function keyOf(tx: Db, vault: Vault, { subjectRef }: Question): Promise<DataKey> {
  const dataKey = await dataKeyOfSubject(tx, vault, subjectRef)
  if (!dataKey) throw new Refusal('gone', 'The citizen’s data has been erased')
  return dataKey
}
