import type { LawfulBasis } from '../agreements/legal-basis.ts'
import type { DataCategory } from '../catalogue/data-category.ts'
import { MINUTE } from '../shared/clock.ts'
import type { Cursor } from '../shared/cursor.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { AccessStatus, AccessType, ActorKind, SubjectRole } from './access-record.ts'
import type { DisclosureResult } from './disclosure-result-store.ts'
import type { LookReason } from './look-reason.ts'

/** An access record as its citizen may see it. */
export interface AccessEntry {
  recordId: string
  subjectRef: Buffer
  controllerId: string
  /** As its activity says: `open`, or why it was kept back or is worded neutrally. */
  visibility: string
  /** Its place in the list. */
  cursor: Cursor
  registeredAt: Date
  occurredStart: Date
  occurredEnd: Date
  bodyId: string
  /** True when we told the body; false when the body reported what it did itself, or this service says what it did. */
  ours: boolean
  unit?: string | undefined
  system?: string | undefined
  counterpartyId?: string | undefined
  status: AccessStatus
  accessType: AccessType
  activityId: string
  legalBasis: string
  power: string
  agreementId?: string | undefined
  reportId?: string | undefined
  dataCategories: string[]
  actor: { kind: ActorKind; role?: string | undefined }
  subjectRole: SubjectRole
  /** Empty where it is not shown. */
  traceId: string
  /** In what it goes beyond its agreement, as it was judged on arrival. */
  drift: string[]
  /** The body's earlier record that this one corrects, or takes back. */
  supersedes?: string | undefined
  void: boolean
  /** Of our own disclosures: what became of it; undefined while it is being sent. */
  disclosure?: Pick<DisclosureResult, 'result' | 'at'> | undefined
  /** Of what somebody who runs this service looked at: the reason they gave. */
  lookReason?: LookReason | undefined
}

/** What a citizen asks the list for. Days are those on which records reached it, in UK time. */
export interface AccessFilter {
  body?: string | undefined
  /** An activity or an agreement in all its versions, by the path of its address: `agreements/dvla-driving-licence`. */
  purpose?: string | undefined
  /** The letter of UK GDPR, Article 6(1). */
  basis?: LawfulBasis | undefined
  category?: DataCategory | undefined
  type?: AccessType | undefined
  /** The id of the report that led to it. */
  report?: string | undefined
  /** What a search found the words in: an entry has one of each. */
  words?: readonly FoundWord[] | undefined
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
}

/** Where one word of a search stands: in the names of bodies, in purposes, among categories or kinds of use. */
export interface FoundWord {
  bodies: string[]
  activities: string[]
  categories: string[]
  types: string[]
}

export type DisclosureState = 'being-sent' | 'told' | 'not-told' | 'unconfirmed'

/** Of our own disclosures; undefined for what bodies did themselves. */
export function disclosureState({ ours, disclosure }: AccessEntry): DisclosureState | undefined {
  if (!ours) return undefined
  if (!disclosure) return 'being-sent'
  return stateAfter[disclosure.result]
}

const stateAfter = { made: 'told', 'not-made': 'not-told', unconfirmed: 'unconfirmed' } as const

/** How the body's clock and ours stand to each other: a report comes a little later than what it reports. */
export function clocks({ ours, occurredEnd, registeredAt }: AccessEntry): 'same' | 'reported-later' | 'body-ahead' {
  const lag = registeredAt.getTime() - occurredEnd.getTime()
  // Times are shown to the minute: less than that is no difference to a reader.
  if (ours || Math.abs(lag) < MINUTE) return 'same'
  return lag > 0 ? 'reported-later' : 'body-ahead'
}
