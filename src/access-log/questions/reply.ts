import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { Refusal, notFound } from '../../shared/refusal.ts'
import type { Vault } from '../../vault/vault.ts'
import { recordQuestionOpened } from '../record-looks.ts'
import { findQuestion } from './question-store.ts'
import { repliesTo, type BodysReply, type Question, type QuestionEntry } from './question.ts'
import { addToThread, asBodyOf, readThread } from './thread.ts'

export interface ReplyParts {
  db: Db
  vault: Vault
  clock: Clock
  baseUrl: string
}

/** Who of a body: somebody of its staff, or a program of it. */
export interface Replier {
  agencyId: string
  staffId?: string | undefined
}

/**
 * What was said, for the body to read. That it was opened stands in the thread and in its citizen's own list, committed,
 * before this returns; without the record it throws, and nothing can be shown.
 */
export async function openQuestion(
  parts: ReplyParts,
  { agencyId, staffId }: Replier,
  id: string,
): Promise<{ question: Question; thread: QuestionEntry[] }> {
  const { db, vault, clock } = parts
  return inContext(db, { agency: agencyId }, async (tx) => {
    const question = await ownQuestion(tx, id)
    const at = clock()
    await addToThread(tx, vault, question, { kind: 'opened', madeBy: 'body', staffId, at }, { tell: false })
    await asBodyOf(tx, question)
    await recordQuestionOpened(tx, parts, { subjectRef: question.subjectRef, agencyId, staffId, at })
    return { question, thread: await readThread(tx, vault, question) }
  })
}

export interface Reply {
  kind: BodysReply
  message?: string | undefined
}

/** @throws Refusal `conflict` for a reply that this question does not take (any more) */
export async function reply(
  { db, vault, clock }: ReplyParts,
  { agencyId, staffId }: Replier,
  id: string,
  { kind, message }: Reply,
): Promise<void> {
  await inContext(db, { agency: agencyId }, async (tx) => {
    const question = await ownQuestion(tx, id)
    if (!repliesTo(question).includes(kind)) throw new Refusal('conflict', 'The question does not take this reply')
    await asBodyOf(tx, question)
    const said = { kind, madeBy: 'body', staffId, message, at: clock() } as const
    await addToThread(tx, vault, question, said, { tell: true })
  })
}

async function ownQuestion(tx: Db, id: string): Promise<Question> {
  const question = await findQuestion(tx, id)
  if (!question) throw notFound()
  return question
}
