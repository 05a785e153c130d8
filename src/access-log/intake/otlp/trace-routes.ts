import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import { agencyOf } from '../../../identity/agency-rule.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { refusalFrom, statusOf } from '../../../web/problem.ts'
import { takeIn } from '../intake.ts'
import { BYTES_A_CALL, callsOfBodies, RECORDS_A_CALL, type AccessLogMachineParts } from '../machine-routes.ts'
import { isRecord, recordOfSpan } from './record-of-span.ts'
import { withCategories } from './with-categories.ts'
import { spansOf, traces, type Span } from './traces.ts'

/**
 * Where a body's OpenTelemetry exporter sends its spans (OTLP/HTTP, JSON). Those that name a processing activity are
 * records; the others are nobody's business here, and taken without being kept.
 */
export function traceRoutes(parts: AccessLogMachineParts): Router {
  const { agencies } = parts
  const router = Router()
  const body: RequestHandler[] = [onlyJson, express.json({ limit: BYTES_A_CALL })]

  router.post('/v1/traces', agencies('access-records.write'), callsOfBodies(parts), ...body, async (req, res) => {
    const { id: agencyId } = agencyOf(req)
    const records = await withCategories(
      parts,
      agencyId,
      recordsIn(req.body).map((one) => recordOfSpan(one, agencyId)),
    )
    const results = await takeIn(parts, agencyId, records)
    const rejected = results.filter(({ result }) => result === 'refused' || result === 'conflict')
    const [first] = rejected.flatMap(({ errors = [] }) => errors)
    // An empty object: all is well. A client must not send again what is rejected (OTLP, Partial Success).
    const errorMessage = first ? `${first.field} ${first.message}` : ''
    res.json(rejected.length === 0 ? {} : { partialSuccess: { rejectedSpans: String(rejected.length), errorMessage } })
  })

  router.use(statusMessage)
  return router
}

function recordsIn(sent: unknown): Span[] {
  const read = traces.safeParse(sent)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refusal('invalid', `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  const records = spansOf(read.data).filter(isRecord)
  if (records.length > RECORDS_A_CALL) throw new Refusal('too-large', `At most ${RECORDS_A_CALL} records a call`)
  return records
}

const onlyJson: RequestHandler = (req, res, next) => {
  if (req.is('application/json')) return next()
  // What is taken instead stands in a header of its own too (RFC 9110, section 15.5.16).
  res.setHeader('Accept', 'application/json')
  res.status(415).json({ code: 3, message: 'Send OTLP in JSON: set OTEL_EXPORTER_OTLP_PROTOCOL to http/json' })
}

/** What is refused stands in a Status, as OTLP/HTTP has it, and not in problem details. */
const statusMessage: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error)
  const refusal = refusalFrom(error)
  if (!refusal) req.log.error({ err: error as unknown }, 'unexpected error')
  if (refusal?.details.retryAfter) res.setHeader('Retry-After', refusal.details.retryAfter)
  const code = refusal ? CODES[refusal.code] : INTERNAL
  res.status(refusal ? statusOf[refusal.code] : 500).json({ code, message: refusal?.message ?? 'Something went wrong' })
}

// google.rpc.Code.
const INTERNAL = 13
const CODES: Record<Refusal['code'], number> = {
  invalid: 3,
  'not-found': 5,
  conflict: 6,
  forbidden: 7,
  'too-many': 8,
  'too-large': 11,
  gone: 5,
  unavailable: 14,
  unauthenticated: 16,
}
