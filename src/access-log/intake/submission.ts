import { z } from 'zod'
import { MINUTE, later } from '../../shared/clock.ts'
import { accessStatuses, accessTypes, actorKinds, subjectRoles } from '../access-record.ts'
import { inOurSpelling } from './other-spellings.ts'
import { category, hex, legalBasis, line, recordId, time } from './submission-fields.ts'

/** A record as a body sends it. What it leaves out has the value that most records have. */
export type Submission = z.infer<typeof submission>

/** One wrong field, named by its path as in `data_categories.2`. */
export interface FieldProblem {
  field: string
  message: string
}

export type ReadSubmission =
  | { kind: 'read'; submission: Submission }
  | { kind: 'invalid'; problems: FieldProblem[]; recordId?: string | undefined }

/** Reads one item of a call, naming every wrong field at once. */
export function readSubmission(value: unknown, caller: { agencyId: string; now: Date }): ReadSubmission {
  const parsed = submission.safeParse(inOurSpelling(value), { error: inWords })
  if (!parsed.success) {
    return { kind: 'invalid', problems: parsed.error.issues.flatMap(problemsOf), recordId: recordIdOf(value) }
  }
  const problems = [...controllerProblems(parsed.data, caller.agencyId), ...timeProblems(parsed.data, caller.now)]
  if (problems.length > 0) return { kind: 'invalid', problems, recordId: parsed.data.record_id }
  return { kind: 'read', submission: parsed.data }
}

// Tokens are refused long before a clock is this far ahead, so such a time is a mistake, not skew.
const AHEAD_LIMIT = 10 * MINUTE
const EARLIEST = new Date('2000-01-01T00:00:00Z')

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
  agreement_ref: line(100).optional(),
  life_event_ref: z.guid('must be the jti of a token that you were sent').toLowerCase().optional(),
  case_ref: line(200).optional(),
  data_categories: z.array(category).min(1, 'must name at least one category').max(50, 'must name at most 50'),
  actor: z.strictObject({ kind: z.enum(actorKinds), role: line(100).optional(), ref: line(200).optional() }),
  subject: z.strictObject({ id_type: z.literal('pairwise'), id: line(100) }),
  subject_role: z.enum(subjectRoles).default('self'),
  visibility: z.literal('open', 'follows from the activity, and is open').optional(),
})

function controllerProblems(
  { controller, counterparty, access_type, actor }: Submission,
  agencyId: string,
): FieldProblem[] {
  const passes = access_type === 'disclose' || access_type === 'receive'
  return [
    ...(controller.id === agencyId ? [] : [{ field: 'controller.id', message: `must be your own id, ${agencyId}` }]),
    ...(passes && !counterparty
      ? [{ field: 'counterparty', message: `is missing: who is the other side of ${access_type}?` }]
      : []),
    ...(actor.kind !== 'automated' && actor.role === undefined
      ? [{ field: 'actor.role', message: 'is missing: in which role did they act?' }]
      : []),
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
