import { v7 as uuidv7 } from 'uuid'
import type { Person } from '../../identity/person.ts'
import type { Db } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Vault } from '../../vault/vault.ts'
import type { AccessEntry } from '../access-entry.ts'
import { findAskedRecord } from './asked-record-store.ts'
import { dueFor } from './clocks.ts'
import { addQuestion, countUnfinished } from './question-store.ts'
import type { Question, QuestionKind } from './question.ts'
import { addToThread } from './thread.ts'

/** A citizen who asks, in a transaction of their own context. */
export interface Asker {
  tx: Db
  vault: Vault
  person: Pick<Person, 'accountId' | 'subjects'>
  now: Date
}

export interface Asked {
  kind: QuestionKind
  urgent: boolean
  message: string
}

// More at once than anybody follows; a program that asks in somebody's name stops here.
const MOST_UNFINISHED = 50

/** @returns the question's id. @throws Refusal when the record is not theirs, or too many are open */
export async function ask(asker: Asker, entry: AccessEntry, { kind, urgent, message }: Asked): Promise<string> {
  const { tx, vault, person, now } = asker
  const record = await findAskedRecord(tx, person.subjects, entry)
  if (!record) throw new Refusal('not-found', 'Not found')
  if ((await countUnfinished(tx, person.accountId)) >= MOST_UNFINISHED) {
    throw new Refusal('too-many', 'Too many questions are open', { retryAfter: 24 * 3600 })
  }
  const question: Question = {
    ...{ id: uuidv7(), accountId: person.accountId, ...record, agencyId: entry.bodyId, recordId: entry.recordId },
    ...{ activityId: entry.activityId, kind, urgent, askedAt: now, due: dueFor(kind, now), waitsFor: 'body' as const },
  }
  await addQuestion(tx, question)
  const said = { kind: 'asked', madeBy: 'citizen', due: question.due, message, at: now } as const
  await addToThread(tx, vault, question, said, { tell: true })
  return question.id
}

/** More words of the citizen: the body's clock begins again. */
export async function sayMore({ tx, vault, now }: Asker, question: Question, message: string): Promise<void> {
  const said = { kind: 'said', madeBy: 'citizen', due: dueFor(question.kind, now), message, at: now } as const
  await addToThread(tx, vault, question, said, { tell: true })
}

/** Whether the answer explained it. Only an answer can have. */
export async function judgeAnswer({ tx, vault, now }: Asker, question: Question, explained: boolean): Promise<void> {
  if (question.waitsFor !== 'citizen') return
  const kind = explained ? 'explained' : 'not-explained'
  await addToThread(tx, vault, question, { kind, madeBy: 'citizen', at: now }, { tell: false })
}

/** The citizen takes it to the Information Commissioner. The body sees that they do. */
export async function escalate({ tx, vault, now }: Asker, question: Question): Promise<void> {
  if (question.escalatedAt) return
  await addToThread(tx, vault, question, { kind: 'escalated', madeBy: 'citizen', at: now }, { tell: true })
}
