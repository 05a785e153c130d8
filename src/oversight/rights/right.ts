import type { CalendarDate } from '../../shared/dates.ts'
import type { Exception } from './exception.ts'

/** What the law lets people ask of whoever uses their data (UK GDPR, articles 21, 16, 15 and 17). */
export const rightKinds = ['object', 'correct', 'access', 'erase'] as const
export type RightKind = (typeof rightKinds)[number]

/** One request to one body. */
export interface RightsRequest {
  id: string
  accountId: string
  subjectRef: Buffer
  agencyId: string
  kind: RightKind
  /** The purpose that is objected to: `agreements/<id>` or `activities/<body>/<id>`. */
  about?: string | undefined
  agreementId?: string | undefined
  sentAt: Date
  /** By when the law wants the body's next step; undefined where it says only: without undue delay. */
  due?: CalendarDate | undefined
  waitsFor: 'body' | 'citizen' | 'nobody'
  receivedAt?: Date | undefined
  /** Since when the body waits for what it asked for. */
  pausedAt?: Date | undefined
  extendedAt?: Date | undefined
  decision?: 'done' | 'refused' | undefined
  decidedAt?: Date | undefined
  complainedAt?: Date | undefined
  escalatedAt?: Date | undefined
  withdrawnAt?: Date | undefined
}

export const citizensSteps = ['sent', 'said', 'complained', 'escalated', 'withdrawn'] as const
export const bodysSteps = ['received', 'asked', 'extended', 'done', 'refused'] as const
export type BodysStep = (typeof bodysSteps)[number]
export type Step = (typeof citizensSteps)[number] | 'opened' | BodysStep | 'reminded' | 'overdue'

/** What somebody wrote, sealed as one. */
export interface Words {
  message?: string | undefined
  /** Of a correction. */
  wrong?: string | undefined
  right?: string | undefined
  /** By which the body may find the citizen, where they want it to know: name and date of birth. */
  person?: string | undefined
}

export interface RightsEntry {
  id: string
  at: Date
  kind: Step
  madeBy: 'citizen' | 'body' | 'service'
  due?: CalendarDate | undefined
  exception?: Exception | undefined
  words?: Words | undefined
}

export type RightState =
  'sent' | 'received' | 'asked' | 'extended' | 'late' | 'done' | 'refused' | 'complained' | 'ended'

export function stateOf(request: RightsRequest, today: CalendarDate): RightState {
  const { waitsFor, due, withdrawnAt, decision, complainedAt, extendedAt, receivedAt } = request
  if (withdrawnAt) return 'ended'
  if (waitsFor === 'nobody') return decision ?? 'ended'
  if (waitsFor === 'citizen') return 'asked'
  if (due !== undefined && due < today) return 'late'
  if (complainedAt) return 'complained'
  if (extendedAt) return 'extended'
  return receivedAt ? 'received' : 'sent'
}

/** As long as four pages of A4. */
export const LONGEST = 8000

export const wordsPlace = (entryId: string) => ({ table: 'rights_entries', column: 'words', row: entryId })

export const requestPath = ({ id }: Pick<RightsRequest, 'id'>) => `/rights/requests/${id}`
