import { z } from 'zod'
import { decodeCursor, encodeCursor, type Cursor } from '../../shared/cursor.ts'
import type { Db } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { pairwise } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'
import { questionsOfAgency } from './question-store.ts'
import {
  bodysReplies,
  LONGEST_MESSAGE,
  questionKinds,
  repliesTo,
  type Question,
  type QuestionEntry,
} from './question.ts'

/** What a body sends to answer. Only that it has the question may be said without words. */
export const questionReply = z
  .strictObject({ kind: z.enum(bodysReplies), message: z.string().trim().min(1).max(LONGEST_MESSAGE).optional() })
  .refine(({ kind, message }) => kind === 'acknowledged' || message !== undefined, {
    path: ['message'],
    message: 'is missing: the citizen reads it',
  })

const entry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.string(),
  by: z.enum(['citizen', 'body', 'service']),
  message: z.string().optional(),
})

const QuestionSchema = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  urgent: z.boolean().meta({ description: 'The citizen does not recognise this use of their data' }),
  asked_at: z.iso.datetime(),
  due: z.iso.date().optional().meta({ description: 'By when the law wants your next step' }),
  waits_for: z.enum(['body', 'citizen', 'nobody']),
  may_reply: z.array(z.enum(bodysReplies)),
  subject: z.object({ id_type: z.literal('pairwise'), id: z.string() }),
  record_id: z.uuid(),
  activity_id: z.string(),
  thread: z.array(entry).optional(),
})

/** By their names in the description of the API. */
export const questionSchemas = {
  Question: QuestionSchema,
  QuestionPage: z.object({ questions: z.array(QuestionSchema), next: z.string().nullable() }),
  QuestionReply: questionReply,
}

/** A question as its body's programs see it: the person under the body's own pairwise id, and nothing else of them. */
export function questionJson(vault: Vault, question: Question, thread?: readonly QuestionEntry[]) {
  return {
    ...{ id: question.id, kind: question.kind, urgent: question.urgent, asked_at: question.askedAt.toISOString() },
    ...(question.due !== undefined && { due: question.due }),
    ...{ waits_for: question.waitsFor, may_reply: repliesTo(question) },
    subject: { id_type: 'pairwise', id: subjectFor(vault, question) },
    ...{ record_id: question.recordId, activity_id: question.activityId },
    ...(thread && { thread: thread.map(entryJson) }),
  }
}

export const subjectFor = (vault: Vault, { agencyId, subjectRef }: Question) =>
  pairwise(vault, agencyId, 'person', subjectRef)

const PAGE = 100

/** @throws Refusal `gone` for a cursor that we did not make */
export async function questionPage(tx: Db, vault: Vault, agencyId: string, asked: AskedPage) {
  const found = await questionsOfAgency(tx, agencyId, { ...asked, limit: PAGE + 1 })
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  return {
    questions: found.slice(0, PAGE).map(({ question }) => questionJson(vault, question)),
    next: last ? encodeCursor(last.cursor) : null,
  }
}

interface AskedPage {
  waiting: boolean
  after?: Cursor | undefined
}

export function readQuery(query: unknown): AskedPage {
  const parsed = questionQuery.safeParse(query)
  if (!parsed.success) throw new Refusal('invalid', 'waiting is true or false, after a cursor')
  const { waiting, after } = parsed.data
  return { waiting: waiting !== 'false', after: after === undefined ? undefined : decodeCursor(after) }
}

const questionQuery = z.strictObject({ waiting: z.enum(['true', 'false']).optional(), after: z.string().optional() })

const entryJson = ({ id, at, kind, madeBy, message }: QuestionEntry) => ({
  ...{ id, at: at.toISOString(), kind, by: madeBy },
  ...(message !== undefined && { message }),
})
