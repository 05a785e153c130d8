import { createHash } from 'node:crypto'
import { attributesOf, type Attributes, type Span } from './traces.ts'

/** What makes a span a record of a use of data (Logboek Dataverwerkingen, section Interface). */
const ACTIVITY = 'dpl.core.processing_activity_id'

export const isRecord = ({ span }: Span) => span.attributes.some(({ key }) => key === ACTIVITY)

/**
 * A span as a body would have reported it by our own API. `dpl.core.*` is the Dutch standard's; what it has no names for
 * stands in `dpl.access.*`, each with a value that most records have where it is left out.
 */
export function recordOfSpan({ span, resource }: Span, agencyId: string): Record<string, unknown> {
  const said = attributesOf(span.attributes)
  const start = timeOf(span.startTimeUnixNano)
  const counterparty = textOf(said, 'dpl.access.counterparty', 'dpl.core.foreign_operation.processor')
  const role = textOf(said, 'dpl.access.actor_role')
  return withoutAbsent({
    record_id: textOf(said, 'dpl.access.record_id') ?? idOf(span.traceId, span.spanId, span.startTimeUnixNano),
    trace_id: span.traceId.toLowerCase(),
    span_id: span.spanId.toLowerCase(),
    parent_span_id: span.parentSpanId?.toLowerCase() || undefined,
    name: span.name || undefined,
    status: textOf(said, 'dpl.access.status') ?? (isError(span.status?.code) ? 'error' : 'ok'),
    occurred_start: start,
    occurred_end: span.endTimeUnixNano === undefined ? start : timeOf(span.endTimeUnixNano),
    access_type: textOf(said, 'dpl.access.type') ?? 'consult',
    controller: withoutAbsent({
      id: agencyId,
      unit: textOf(said, 'dpl.access.unit'),
      system: textOf(said, 'dpl.access.system') ?? textOf(resource, 'service.name'),
    }),
    counterparty: counterparty === undefined ? undefined : { id: counterparty },
    activity_id: textOf(said, ACTIVITY),
    agreement_ref: textOf(said, 'dpl.access.agreement_ref'),
    life_event_ref: textOf(said, 'dpl.access.life_event_ref'),
    case_ref: textOf(said, 'dpl.access.case_ref'),
    data_categories: listOf(said, 'dpl.access.data_categories'),
    actor: withoutAbsent({
      kind: textOf(said, 'dpl.access.actor_kind') ?? (role === undefined ? 'automated' : 'officer'),
      role,
      ref: textOf(said, 'dpl.access.actor_ref'),
    }),
    subject: subjectOf(said),
    subject_role: textOf(said, 'dpl.access.subject_role'),
  })
}

function subjectOf(said: Attributes) {
  const id = textOf(said, 'dpl.core.data_subject_id')
  if (id === undefined) return undefined
  return { type: textOf(said, 'dpl.core.data_subject_id_type')?.toLowerCase() ?? 'pairwise', id }
}

function textOf(said: Attributes, ...keys: string[]): string | undefined {
  const value = keys.map((key) => said.get(key)).find((one) => one !== undefined)
  return value === undefined || Array.isArray(value) ? undefined : String(value)
}

/** A list, or one text with commas, as languages without lists of attributes write it. */
function listOf(said: Attributes, key: string): string[] | undefined {
  const value = said.get(key)
  if (value === undefined) return undefined
  return Array.isArray(value)
    ? value
    : String(value)
        .split(',')
        .map((one) => one.trim())
}

/** STATUS_CODE_ERROR of opentelemetry-proto. */
const isError = (code: number | string | undefined) => code === 2 || code === 'STATUS_CODE_ERROR'

/** The same id however often an exporter sends the same span: a UUIDv7 of its start and of a hash of its own ids. */
function idOf(traceId: string, spanId: string, start: string): string {
  const time = (BigInt(start) / 1_000_000n).toString(16).padStart(12, '0').slice(-12)
  const hash = createHash('sha256').update(`${traceId}\0${spanId}`).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(3), 16) & 3) | 8).toString(16)
  return [time.slice(0, 8), time.slice(8), `7${hash.slice(0, 3)}`, variant + hash.slice(4, 7), hash.slice(7, 19)].join(
    '-',
  )
}

/** RFC 3339 in milliseconds; a time that no date can hold is left as it came, to be refused by name. */
function timeOf(nanoseconds: string): string {
  const moment = new Date(Number(BigInt(nanoseconds) / 1_000_000n))
  return Number.isNaN(moment.getTime()) ? nanoseconds : moment.toISOString()
}

const withoutAbsent = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined))
