import { PURPOSE } from '../../agreements/agreement.ts'
import type { DataKey } from '../../vault/data-key-store.ts'
import { seal } from '../../vault/sealing.ts'
import { sealedPlace, type AccessRecord, type SealedReferences } from '../access-record.ts'
import { activityProblems } from '../activities/activity.ts'
import type { SentToken } from './intake-store.ts'
import type { Activity, Known, Subject } from './look-up.ts'
import type { FieldProblem, Submission } from './submission.ts'

export type Judgement =
  | { kind: 'record'; record: AccessRecord }
  | { kind: 'invalid'; recordId?: string | undefined; problems: FieldProblem[] }

/** A record, or what is wrong with what was sent. */
export function judge(sent: Submission, known: Known, caller: { agencyId: string; now: Date }): Judgement {
  const activity = known.activities.get(sent.activity_id)
  const subject = known.subjects.get(sent.subject.id)
  const token = sent.life_event_ref === undefined ? undefined : known.tokens.get(sent.life_event_ref)
  const problems = [
    ...activityProblems(sent, activity?.agreement, caller.agencyId),
    ...(subject ? [] : [UNKNOWN_SUBJECT]),
    ...(sent.life_event_ref !== undefined && subject && !token?.subjectRef.equals(subject.ref) ? [UNKNOWN_TOKEN] : []),
  ]
  if (!activity || !subject || problems.length > 0) return { kind: 'invalid', recordId: sent.record_id, problems }
  return { kind: 'record', record: recordOf(sent, activity, subject, token, caller) }
}

// One message for a person who does not exist, is another body's, or has been erased.
const UNKNOWN_SUBJECT = { field: 'subject.id', message: 'unknown subject' }
const UNKNOWN_TOKEN = { field: 'life_event_ref', message: 'must be the jti of a token that you were sent about them' }

function recordOf(
  sent: Submission,
  { uri, agreement }: Activity,
  subject: Subject,
  token: SentToken | undefined,
  { agencyId, now }: { agencyId: string; now: Date },
): AccessRecord {
  const digits = sent.record_id.replaceAll('-', '')
  return {
    recordId: sent.record_id,
    subjectRef: subject.ref,
    subjectRole: sent.subject_role,
    registeredAt: now,
    occurredStart: sent.occurred_start,
    occurredEnd: sent.occurred_end ?? sent.occurred_start,
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
    activityId: uri,
    purpose: PURPOSE,
    legalBasis: agreement.legalBasis,
    power: agreement.power,
    agreementRef: agreement.id,
    reportId: token?.reportId,
    dataCategories: [...new Set(sent.data_categories)],
    actor: { kind: sent.actor.kind, role: sent.actor.role },
    sealed: sealedReferences(sent, subject.dataKey),
  }
}

function sealedReferences({ record_id, actor, case_ref }: Submission, { key }: DataKey): Buffer | undefined {
  if (actor.ref === undefined && case_ref === undefined) return undefined
  const references: SealedReferences = { actor_ref: actor.ref, case_ref }
  return seal(key, references, sealedPlace(record_id))
}
