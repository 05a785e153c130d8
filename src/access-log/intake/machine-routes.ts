import express, { Router, type RequestHandler, type Response } from 'express'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { takeIn, type IntakeParts, type IntakeResult } from './intake.ts'
import { linesOf } from './lines.ts'

export interface AccessLogMachineParts extends IntakeParts {
  agencies: (scope: Scope) => AccessRule
}

export const RECORDS_A_CALL = 5000
export const BYTES_A_CALL = '8mb'
// A body with much to report sends it in batches; this leaves room for many programs that send one at a time.
const CALLS_A_MINUTE = 6000
const NDJSON = 'application/x-ndjson'

/** Where bodies report who used whose data. */
export function accessLogMachineRoutes(parts: AccessLogMachineParts): Router {
  const { agencies } = parts
  const router = Router()
  const limit = callsOfBodies(parts)
  const body: RequestHandler[] = [
    onlyJson,
    express.json({ limit: BYTES_A_CALL }),
    express.text({ type: NDJSON, limit: BYTES_A_CALL }),
    recordsOfLines,
    idempotencyKey(parts),
  ]

  router.post('/api/access-records', agencies('access-records.write'), limit, ...body, async (req, res) => {
    const sent: unknown = req.body
    if (!Array.isArray(sent)) return answerOne(res, await takeIn(parts, agencyOf(req).id, [sent]))
    res.json({ results: await takeIn(parts, agencyOf(req).id, atMost(sent)) })
  })

  return machineDoor(router)
}

/** However they report: how often a body may call. */
export const callsOfBodies = ({ db }: Pick<IntakeParts, 'db'>) =>
  rateLimit(db, {
    ...{ name: 'access-records', requests: CALLS_A_MINUTE, seconds: 60 },
    key: (req) => agencyOf(req).id,
    // One write to the shared count for so many calls: of a small record it is a good part of the work.
    portion: 20,
  })

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is(['application/json', NDJSON]))
    throw new Refusal('invalid', `Send application/json, one record or an array of them, or ${NDJSON}`)
  next()
}

const recordsOfLines: RequestHandler = (req, _res, next) => {
  if (req.is(NDJSON)) req.body = linesOf(typeof req.body === 'string' ? req.body : '')
  next()
}

function atMost(sent: unknown[]): unknown[] {
  if (sent.length > RECORDS_A_CALL) throw new Refusal('too-large', `At most ${RECORDS_A_CALL} records a call`)
  return sent
}

/** A call with one record answers with the status that fits it; a call with many answers 200 with each result. */
function answerOne(res: Response, results: IntakeResult[]): void {
  const [one] = results
  if (one?.result === 'refused') throw new Refusal('invalid', 'The record was refused', errorsOf(one))
  if (one?.result === 'conflict') throw new Refusal('conflict', 'The record was refused', errorsOf(one))
  res.status(one?.result === 'recorded' ? 201 : 200).json({ results })
}

const errorsOf = ({ errors }: IntakeResult) => (errors ? { errors } : {})
