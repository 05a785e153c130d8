import type { CalendarDate } from '../shared/dates.ts'
import type { Bilingual } from '../shared/language.ts'
import type { NationalType } from '../vault/national-identifier.ts'
import type { Confidentiality } from './activities/registered-activity.ts'

/**
 * One use of a person's data (the shared access record: envelope of the Dutch Logboek Dataverwerkingen, citizen-facing
 * fields of VNG Verwerkingenlogging, vocabulary of the W3C Data Privacy Vocabulary). Only ever added to.
 */
export interface AccessRecord {
  /** UUIDv7, unique per controller: a record sent twice is one record. */
  recordId: string
  subjectRef: Buffer
  subjectRole: SubjectRole
  /** Our clock; the two that follow are the body's own. Both are kept, so that skew is seen. */
  registeredAt: Date
  occurredStart: Date
  occurredEnd: Date
  /** The body a citizen knows it by: whom we told, or else who did it. */
  bodyId: string
  controller: { id: string; unit?: string | undefined; system?: string | undefined }
  /** The other side, where data passed from one body to another. */
  counterpartyId?: string | undefined
  /** W3C trace context, lower hex: 32, 16 and 16 digits. */
  traceId: string
  spanId: string
  parentSpanId?: string | undefined
  /** The operation, in the body's own words for its systems; not shown. */
  name: string
  status: AccessStatus
  accessType: AccessType
  /** URI of one version of an activity, which an agreement's version is too. What follows is a snapshot of it. */
  activityId: string
  purpose: string
  legalBasis: string
  power: string
  agreementRef?: string | undefined
  /** The report of ours that led to it. */
  reportId?: string | undefined
  /** From the controlled list, never values. */
  dataCategories: readonly string[]
  actor: { kind: ActorKind; role?: string | undefined }
  /** References of actor and case, under the subject's data key. */
  sealed?: Buffer | undefined
}

/** As a body reports it. */
export interface ReceivedRecord extends AccessRecord {
  /** By what the body named the person. */
  subjectIdType: SubjectIdType
  specialBasis: string | undefined
  /** In what it goes beyond its activity. */
  drift: readonly Drift[]
  /** As the activity has it. */
  visibility: Confidentiality
  /** Of what is not open yet: when it opens by itself, and when a second person looks at it. */
  release: { notBefore: Date; reviewAt: CalendarDate | undefined } | undefined
  retentionUntil: CalendarDate
  /** An earlier record of the same body that this one puts right; with `void`, that should never have been. */
  supersedes: string | undefined
  void: boolean
}

export type SubjectIdType = 'pairwise' | NationalType

/** Kept all the same, and flagged: data that the activity does not name, a time before it began or after it ended. */
export const drifts = ['other-categories', 'not-yet-begun', 'ended'] as const
export type Drift = (typeof drifts)[number]

export const accessTypes = ['collect', 'consult', 'disclose', 'receive', 'combine', 'alter', 'erase', 'notify'] as const
export type AccessType = (typeof accessTypes)[number]

/** Look-ups that were refused or failed are records too. */
export const accessStatuses = ['ok', 'denied', 'error'] as const
export type AccessStatus = (typeof accessStatuses)[number]

export const actorKinds = ['officer', 'automated', 'citizen', 'delegate'] as const
export type ActorKind = (typeof actorKinds)[number]

export const subjectRoles = ['self', 'child', 'parent', 'household'] as const
export type SubjectRole = (typeof subjectRoles)[number]

/** Who we are in the log, beside the agencies. */
export const OUR_CONTROLLER = 'tell-us-once'
export const OUR_NAME: Bilingual = { en: 'Tell us once', cy: 'Dweud wrthym unwaith' }
/** As a system of a body: what its people do here, this service puts on record for it. */
export const OUR_SYSTEM = OUR_NAME.en

/** Where the sealed references of a record stand. */
export const sealedPlace = (recordId: string) => ({ table: 'access_records', column: 'sealed', row: recordId })

/** What is sealed: only the body itself can resolve them, and they are never shown raw. */
export interface SealedReferences {
  actor_ref?: string | undefined
  case_ref?: string | undefined
}
