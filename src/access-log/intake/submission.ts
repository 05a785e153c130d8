import { z } from 'zod'
import { MINUTE, later } from '../../shared/clock.ts'
import { nationalTypes } from '../../vault/national-identifier.ts'
import { accessStatuses, accessTypes, actorKinds, subjectRoles } from '../access-record.ts'
import { confidentialities } from '../activities/registered-activity.ts'
import { inOurSpelling } from './other-spellings.ts'
import { category, hex, legalBasis, line, recordId, time } from './submission-fields.ts'
import { subjectProblems, type NamedSubject } from './submitted-subject.ts'

/** A record as a body sends it. What it leaves out has the value that most records have. */
export type Submission = z.infer<typeof submission>

/** One wrong field, named by its path as in `data_categories.2`. */
export interface FieldProblem {
  field: string
  message: string
}

export type ReadSubmission =
  | { kind: 'read'; submission: Submission; subject: NamedSubject | undefined }
  | { kind: 'invalid'; problems: FieldProblem[]; recordId?: string | undefined }

/** Stands where a line could not be read as JSON. */
export const NOT_JSON = Symbol('not JSON')

/** Reads one item of a call, naming every wrong field at once. */
export function readSubmission(value: unknown, caller: { agencyId: string; now: Date }): ReadSubmission {
  if (value === NOT_JSON) return { kind: 'invalid', problems: [{ field: 'record', message: 'is not JSON' }] }
  const parsed = submission.safeParse(inOurSpelling(value), { error: inWords })
  if (!parsed.success) {
    return { kind: 'invalid', problems: parsed.error.issues.flatMap(problemsOf), recordId: recordIdOf(value) }
  }
  const { problems: ofSubject, subject } = subjectProblems(parsed.data)
  const problems = [
    ...controllerProblems(parsed.data, caller.agencyId),
    ...ofSubject,
    ...timeProblems(parsed.data, caller.now),
  ]
  if (problems.length > 0) return { kind: 'invalid', problems, recordId: parsed.data.record_id }
  return { kind: 'read', submission: parsed.data, subject }
}

// Tokens are refused long before a clock is this far ahead, so such a time is a mistake, not skew.
const AHEAD_LIMIT = 10 * MINUTE
const EARLIEST = new Date('2000-01-01T00:00:00Z')

const idType = z.enum(['pairwise', ...nationalTypes])

export const submission = z.strictObject({
  record_id: recordId,
  trace_id: hex(32).optional(),
  span_id: hex(16).optional(),
  parent_span_id: hex(16).optional(),
  name: line(200).optional(),
  status: z.enum(accessStatuses).default('ok'),
  occurred_start: time,
  occurred_end: time.optional(),
  access_type: z.enum(accessTypes),
  controller: z.strictObject({
    id: line(100),
    name: line(200).optional(),
    unit: line(200).optional(),
    system: line(200).optional(),
  }),
  counterparty: z.strictObject({ id: line(100), name: line(200).optional() }).optional(),
  activity_id: line(500),
  purpose: line(500).optional(),
  legal_basis: legalBasis.optional(),
  power: line(500).optional(),
  special_basis: line(200).optional(),
  agreement_ref: line(100).optional(),
  life_event_ref: z.guid('must be the jti of a token that you were sent').toLowerCase().optional(),
  case_ref: line(200).optional(),
  data_categories: z.array(category).min(1, 'must name at least one category').max(50, 'must name at most 50'),
  actor: z.strictObject({ kind: z.enum(actorKinds), role: line(100).optional(), ref: line(200).optional() }),
  subject: z
    .strictObject({ id_type: idType.optional(), type: idType.optional(), id: line(100) })
    .meta({ description: 'Whose data; left out of a batch' })
    .optional(),
  subject_role: z.enum(subjectRoles).default('self'),
  visibility: z.enum(confidentialities).meta({ description: 'Follows from the activity' }).optional(),
  supersedes: recordId.meta({ description: 'An earlier record of yours that this one puts right' }).optional(),
  void: z.boolean().meta({ description: 'What it supersedes should never have been' }).default(false),
  batch: z
    .strictObject({ count: z.int().min(1, 'must be at least 1').max(100_000_000, 'must be at most 100000000') })
    .meta({ description: 'Of one use about so many people, none of them named' })
    .optional(),
})

function controllerProblems(
  { controller, counterparty, access_type, actor, supersedes, record_id, void: isVoid }: Submission,
  agencyId: string,
): FieldProblem[] {
  const passes = access_type === 'disclose' || access_type === 'receive'
  const problem = (wrong: boolean, field: string, message: string) => (wrong ? [{ field, message }] : [])
  return [
    ...problem(controller.id !== agencyId, 'controller.id', `must be your own id, ${agencyId}`),
    ...problem(passes && !counterparty, 'counterparty', `is missing: who is the other side of ${access_type}?`),
    ...problem(
      actor.kind !== 'automated' && actor.role === undefined,
      'actor.role',
      'is missing: in which role did they act?',
    ),
    ...problem(isVoid && supersedes === undefined, 'supersedes', 'is missing: which record should never have been?'),
    ...problem(supersedes === record_id, 'supersedes', 'must be another record'),
  ]
}

function timeProblems({ occurred_start: start, occurred_end: end }: Submission, now: Date): FieldProblem[] {
  const latest = later(now, AHEAD_LIMIT)
  const outside = (field: string, moment: Date): FieldProblem[] => {
    if (moment > latest) return [{ field, message: 'is in the future' }]
    return moment < EARLIEST ? [{ field, message: 'is before the year 2000' }] : []
  }
  return [
    ...outside('occurred_start', start),
    ...(end ? outside('occurred_end', end) : []),
    ...(end && end < start ? [{ field: 'occurred_end', message: 'is before occurred_start' }] : []),
  ]
}

function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${words[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  return undefined
}

const words: Record<string, string> = { string: 'text', object: 'an object', array: 'a list' }

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.') || 'record', message: issue.message }]
  return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'is not a field of an access record' }))
}

/** So that an answer can be matched even where the rest could not be read. */
function recordIdOf(value: unknown): string | undefined {
  const id: unknown = typeof value === 'object' && value !== null && 'record_id' in value ? value.record_id : undefined
  return recordId.safeParse(id).data
}
