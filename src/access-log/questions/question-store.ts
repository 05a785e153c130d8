import type { Cursor } from '../../shared/cursor.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { EntryKind, Question, QuestionEntry } from './question.ts'

/** In its citizen's context. Its first entry follows it in the same transaction. */
export async function addQuestion(tx: Db, question: Question): Promise<void> {
  await tx('questions').insert({
    ...{ id: question.id, account_id: question.accountId, subject_ref: question.subjectRef },
    ...{ agency_id: question.agencyId, record_id: question.recordId, controller_id: question.controllerId },
    ...{ activity_id: question.activityId, kind: question.kind, urgent: question.urgent },
    ...{ asked_at: question.askedAt, due: question.due ?? null },
  })
}

export interface NewEntry {
  id: string
  questionId: string
  at: Date
  kind: EntryKind
  madeBy: QuestionEntry['madeBy']
  staffId?: string | undefined
  due?: CalendarDate | undefined
  /** Sealed. */
  message?: Buffer | undefined
}

/** It moves its question on; whoever it is about is written to, unless nothing is new to them. */
export async function addEntry(tx: Db, entry: NewEntry, { tell }: { tell: boolean }): Promise<void> {
  await tx('question_entries').insert({
    ...{ id: entry.id, question_id: entry.questionId, at: entry.at, kind: entry.kind, made_by: entry.madeBy },
    ...{ staff_id: entry.staffId ?? null, due: entry.due ?? null, message: entry.message ?? null },
  })
  if (tell) await tx.raw('select queue_question_notice(?, ?)', [entry.questionId, entry.id])
}

/** In the context of its citizen or its body, to whom others' are not there. */
export async function findQuestion(tx: Db, id: string): Promise<Question | undefined> {
  const row = await tx<QuestionRow>('questions').where({ id }).first()
  return row && toQuestion(row)
}

/** Of a citizen, the newest first. */
export async function questionsOfCitizen(tx: Db, accountId: string, most: number): Promise<Question[]> {
  const rows = await tx<QuestionRow>('questions')
    .where({ account_id: accountId })
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most)
  return rows.map(toQuestion)
}

export async function countUnfinished(tx: Db, accountId: string): Promise<number> {
  const row = await tx('questions').where({ account_id: accountId }).whereNot({ waits_for: 'nobody' }).count('* as n')
  return Number(row[0]?.['n'] ?? 0)
}

/** About one record: whoever asked already is led to what they asked. */
export async function questionsAboutRecord(tx: Db, accountId: string, recordId: string): Promise<Question[]> {
  const rows = await tx<QuestionRow>('questions')
    .where({ account_id: accountId, record_id: recordId })
    .orderBy('asked_at')
  return rows.map(toQuestion)
}

export interface Stretch {
  waiting: boolean
  after?: Cursor | undefined
  limit: number
}

/** Of a body, the oldest first, with where each stands in the list. */
export async function questionsOfAgency(tx: Db, agencyId: string, { waiting, after, limit }: Stretch) {
  const { rows } = await tx.raw<{ rows: (QuestionRow & { microseconds: number })[] }>(
    `select *, (extract(epoch from asked_at) * 1000000)::bigint as microseconds from questions
     where agency_id = ? and (waits_for = 'body') = ?
       ${after ? `and (asked_at, id) > ('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)` : ''}
     order by asked_at, id limit ?`,
    [agencyId, waiting, ...(after ? [after.microseconds, after.id] : []), limit],
  )
  return rows.map((row) => ({ question: toQuestion(row), cursor: { microseconds: row.microseconds, id: row.id } }))
}

export type SealedEntry = Omit<QuestionEntry, 'message'> & { message?: Buffer | undefined }

/** In their order. */
export async function entriesOf(tx: Db, questionId: string): Promise<SealedEntry[]> {
  const rows = await tx<EntryRow>('question_entries').where({ question_id: questionId }).orderBy(['at', 'id'])
  return rows.map(({ id, at, kind, made_by: madeBy, due, message }) => ({
    ...{ id, at, kind, madeBy, due: due ?? undefined, message: message ?? undefined },
  }))
}

interface QuestionRow {
  id: string
  account_id: string
  subject_ref: Buffer
  agency_id: string
  record_id: string
  controller_id: string
  activity_id: string
  kind: Question['kind']
  urgent: boolean
  asked_at: Date
  due: CalendarDate | null
  waits_for: Question['waitsFor']
  acknowledged_at: Date | null
  answered_at: Date | null
  decision: 'given' | 'refused' | null
  explained: boolean | null
  escalated_at: Date | null
}

interface EntryRow {
  id: string
  question_id: string
  at: Date
  kind: EntryKind
  made_by: QuestionEntry['madeBy']
  due: CalendarDate | null
  message: Buffer | null
}

const toQuestion = (row: QuestionRow): Question => ({
  ...{ id: row.id, accountId: row.account_id, subjectRef: row.subject_ref, agencyId: row.agency_id },
  ...{ recordId: row.record_id, controllerId: row.controller_id, activityId: row.activity_id },
  ...{ kind: row.kind, urgent: row.urgent, askedAt: row.asked_at, due: row.due ?? undefined },
  ...{ waitsFor: row.waits_for, acknowledgedAt: row.acknowledged_at ?? undefined },
  ...{ answeredAt: row.answered_at ?? undefined, decision: row.decision ?? undefined },
  ...{ explained: row.explained ?? undefined, escalatedAt: row.escalated_at ?? undefined },
})
