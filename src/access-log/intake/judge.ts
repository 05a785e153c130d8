import { DAY, MINUTE, later } from '../../shared/clock.ts'
import { ukToday } from '../../shared/dates.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import { seal } from '../../vault/sealing.ts'
import { sealedPlace, type Drift, type ReceivedRecord, type SealedReferences } from '../access-record.ts'
import { activityProblems } from '../activities/activity.ts'
import { driftOf } from '../activities/drift.ts'
import type { RegisteredActivity } from '../activities/registered-activity.ts'
import { keptUntil } from '../activities/retention.ts'
import { correctionProblems } from './correction.ts'
import type { SentToken } from './intake-store.ts'
import { subjectName, type Known, type Read } from './look-up.ts'
import type { FieldProblem, Submission } from './submission.ts'

/** Told back with the acknowledgement: it goes beyond its activity, or the body's clock is ahead of ours. */
export type Flag = Drift | 'clock-ahead'

export type Judgement =
  | { kind: 'record'; record: ReceivedRecord; flags: Flag[] }
  | { kind: 'bulk'; record: BulkRecord; flags: Flag[] }
  | { kind: 'invalid'; recordId?: string | undefined; problems: FieldProblem[] }

/** One use about many people, none of them named. */
export type BulkRecord = Omit<ReceivedRecord, 'subjectRef' | 'subjectIdType' | 'subjectRole' | 'sealed'> & {
  people: number
  publicFrom: Date
}

export interface Caller {
  agencyId: string
  now: Date
  baseUrl: string
}

/** A record, or what is wrong with what was sent. */
export function judge({ submission: sent, subject: named }: Read, known: Known, caller: Caller): Judgement {
  const activity = known.activities.get(sent.activity_id)
  const subject = named && known.subjects.get(subjectName(named))
  const token = sent.life_event_ref === undefined ? undefined : known.tokens.get(sent.life_event_ref)
  const problems = [
    ...activityProblems(sent, activity, caller.agencyId),
    ...(named && !subject ? [UNKNOWN_SUBJECT] : []),
    ...(sent.life_event_ref !== undefined && subject && !token?.subjectRef.equals(subject.ref) ? [UNKNOWN_TOKEN] : []),
    // Of a person that nobody knows there is nothing to compare.
    ...(named && !subject ? [] : correctionProblems(sent, subject?.ref, known.corrections)),
  ]
  if (!activity || problems.length > 0) return { kind: 'invalid', recordId: sent.record_id, problems }
  const common = commonOf(sent, activity, caller)
  const flags = [...common.drift, ...(isAhead(common, caller.now) ? (['clock-ahead'] as const) : [])]
  if (!subject || !named) return { kind: 'bulk', record: bulkOf(common, sent, activity, caller), flags }
  const about = { subjectRef: subject.ref, subjectIdType: named.idType, subjectRole: sent.subject_role }
  const sealed = sealedReferences(sent, subject.dataKey)
  return { kind: 'record', record: { ...common, ...about, reportId: reportOf(token), sealed }, flags }
}

// One message for a person who does not exist, is another body's, or has been erased.
const UNKNOWN_SUBJECT = { field: 'subject.id', message: 'unknown subject' }
const UNKNOWN_TOKEN = { field: 'life_event_ref', message: 'must be the jti of a token that you were sent about them' }

const reportOf = (token: SentToken | undefined) => token?.reportId

/** What reports say comes later than it happened; a minute ahead is more than clocks differ that are looked after. */
const isAhead = ({ occurredEnd }: { occurredEnd: Date }, now: Date) => occurredEnd.getTime() - now.getTime() > MINUTE

function commonOf(sent: Submission, activity: RegisteredActivity, { agencyId, now, baseUrl }: Caller) {
  const digits = sent.record_id.replaceAll('-', '')
  const used = {
    occurredStart: sent.occurred_start,
    occurredEnd: sent.occurred_end ?? sent.occurred_start,
    dataCategories: [...new Set(sent.data_categories)],
  }
  return {
    ...used,
    recordId: sent.record_id,
    registeredAt: now,
    bodyId: agencyId,
    controller: { id: agencyId, unit: sent.controller.unit, system: sent.controller.system },
    counterpartyId: sent.counterparty?.id,
    // A body without tracing still gets ids of the right form, the same ones however often it sends the record.
    traceId: sent.trace_id ?? digits,
    spanId: sent.span_id ?? digits.slice(16),
    parentSpanId: sent.parent_span_id,
    name: sent.name ?? sent.access_type,
    status: sent.status,
    accessType: sent.access_type,
    activityId: baseUrl + activity.path,
    purpose: activity.dpvPurpose,
    legalBasis: activity.legalBasis,
    power: activity.power,
    specialBasis: activity.specialBasis ?? undefined,
    agreementRef: activity.agreementId ?? undefined,
    drift: driftOf(used, activity),
    visibility: activity.confidentiality,
    release: releaseOf(activity, now),
    retentionUntil: keptUntil(activity, now),
    supersedes: sent.supersedes,
    void: sent.void,
    actor: { kind: sent.actor.kind, role: sent.actor.role },
  }
}

/** Of what is closed at first: when it opens, and when a second person looks at its seal. */
function releaseOf({ opensAfterDays, reviewAfterDays }: RegisteredActivity, now: Date) {
  if (opensAfterDays === null) return undefined
  const reviewAt = reviewAfterDays === null ? undefined : ukToday(later(now, reviewAfterDays * DAY))
  return { notBefore: later(now, opensAfterDays * DAY), reviewAt }
}

const bulkOf = (
  common: ReturnType<typeof commonOf>,
  { batch }: Submission,
  { opensAfterDays }: RegisteredActivity,
  { now }: Caller,
): BulkRecord => ({ ...common, people: batch?.count ?? 1, publicFrom: later(now, (opensAfterDays ?? 0) * DAY) })

function sealedReferences({ record_id, actor, case_ref }: Submission, { key }: DataKey): Buffer | undefined {
  if (actor.ref === undefined && case_ref === undefined) return undefined
  const references: SealedReferences = { actor_ref: actor.ref, case_ref }
  return seal(key, references, sealedPlace(record_id))
}
