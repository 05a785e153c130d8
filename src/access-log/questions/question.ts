import type { CalendarDate } from '../../shared/dates.ts'

/**
 * What a citizen asks a body about one record: to explain it (a request for access), to put something right (a
 * complaint), or who of its people it was.
 */
export const questionKinds = ['explain', 'complaint', 'name'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Question {
  id: string
  accountId: string
  subjectRef: Buffer
  agencyId: string
  recordId: string
  controllerId: string
  activityId: string
  kind: QuestionKind
  /** The citizen does not recognise this use of their data. */
  urgent: boolean
  askedAt: Date
  /** By when the law wants the body's next step; undefined where it says only: without undue delay. */
  due?: CalendarDate | undefined
  waitsFor: 'body' | 'citizen' | 'nobody'
  acknowledgedAt?: Date | undefined
  answeredAt?: Date | undefined
  /** Of a request for a name. */
  decision?: 'given' | 'refused' | undefined
  /** Whether the answer explained it, as the citizen says. */
  explained?: boolean | undefined
  escalatedAt?: Date | undefined
}

export const citizensEntries = ['asked', 'said', 'explained', 'not-explained', 'escalated'] as const
export const bodysReplies = ['acknowledged', 'answered', 'name-given', 'name-refused'] as const
export type BodysReply = (typeof bodysReplies)[number]
export type EntryKind = (typeof citizensEntries)[number] | 'opened' | BodysReply | 'reminded' | 'overdue'

/** One thing that was said, or happened. */
export interface QuestionEntry {
  id: string
  at: Date
  kind: EntryKind
  madeBy: 'citizen' | 'body' | 'service'
  due?: CalendarDate | undefined
  message?: string | undefined
}

export type QuestionState = 'waits' | 'acknowledged' | 'late' | 'answered' | 'explained' | 'not-explained'

export function stateOf(question: Question, today: CalendarDate): QuestionState {
  const { waitsFor, due, acknowledgedAt, explained } = question
  if (waitsFor === 'nobody') return 'explained'
  if (waitsFor === 'citizen') return explained === false ? 'not-explained' : 'answered'
  if (due !== undefined && due < today) return 'late'
  return acknowledgedAt ? 'acknowledged' : 'waits'
}

/** What the body may reply: that it has it is said once, and a name is given or refused where one was asked for. */
export function repliesTo({ kind, acknowledgedAt, waitsFor }: Question): BodysReply[] {
  if (waitsFor === 'nobody') return []
  const answers: BodysReply[] = kind === 'name' ? ['name-given', 'name-refused'] : ['answered']
  return acknowledgedAt ? answers : ['acknowledged', ...answers]
}

/** Where what is said in a thread stands, sealed. */
export const messagePlace = (entryId: string) => ({ table: 'question_entries', column: 'message', row: entryId })

/** As long as four pages of A4. */
export const LONGEST_MESSAGE = 8000
