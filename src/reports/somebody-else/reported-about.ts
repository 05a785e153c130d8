import type { Bilingual } from '../../shared/language.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Provenance } from './about.ts'

/** A report about the person who asks, by somebody else: of that one only what kind of person they are. */
export interface ReportAbout {
  id: string
  eventType: string
  submittedAt: Date
  withdrawnAt?: Date | undefined
  provenance: Provenance
  bodies: BodyToldAbout[]
}

/** A body told under one agreement. */
export interface BodyToldAbout {
  agreementId: string
  name: Bilingual
  purpose?: Bilingual | undefined
  first: SentAbout
  /** What tells it that the report was taken back; undefined while there is none, or when it never knew. */
  withdrawal?: SentAbout | undefined
}

export interface SentAbout {
  state: 'due' | 'held' | 'waiting' | 'acknowledged' | 'given-up' | 'not-allowed' | 'withdrawn'
  at: Date
  /** The body's latest answer. */
  status?: string | undefined
  effectiveDate?: CalendarDate | undefined
}

/** How far a body is: what the person it is about has to know, and no more. */
export type StandingAbout =
  | { kind: 'not-yet' | 'never' | 'may-know' | 'telling-maybe' | 'working' | 'unreached' }
  | { kind: 'told' | 'telling' | 'corrected'; at: Date }
  | { kind: 'done'; effectiveDate?: CalendarDate | undefined }

export function standingOf({ first, withdrawal }: Pick<BodyToldAbout, 'first' | 'withdrawal'>, withdrawn: boolean) {
  if (withdrawal) return standingOfWithdrawal(first, withdrawal)
  return withdrawn ? afterWithdrawal(first) : before(first)
}

function standingOfWithdrawal(first: SentAbout, { state, at, status, effectiveDate }: SentAbout): StandingAbout {
  if (status === 'done') return { kind: 'done', effectiveDate }
  if (status === 'in_progress' || status === 'received') return { kind: 'working' }
  if (state === 'acknowledged') return { kind: 'corrected', at }
  if (state === 'given-up' || state === 'not-allowed') return { kind: 'unreached' }
  return telling(first)
}

/** Fan-out has still to make what tells it. */
function afterWithdrawal(first: SentAbout): StandingAbout {
  if (first.state === 'withdrawn' || first.state === 'not-allowed') return { kind: 'never' }
  return telling(first)
}

const telling = ({ state, at }: SentAbout): StandingAbout =>
  state === 'acknowledged' ? { kind: 'telling', at } : { kind: 'telling-maybe' }

function before({ state, at }: SentAbout): StandingAbout {
  if (state === 'acknowledged') return { kind: 'told', at }
  if (state === 'given-up') return { kind: 'may-know' }
  return { kind: state === 'withdrawn' || state === 'not-allowed' ? 'never' : 'not-yet' }
}
