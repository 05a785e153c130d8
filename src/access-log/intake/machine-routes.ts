import express, { Router, type RequestHandler, type Response } from 'express'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { takeIn, type IntakeParts, type IntakeResult } from './intake.ts'

export interface AccessLogMachineParts extends IntakeParts {
  agencies: (scope: Scope) => AccessRule
}

const RECORDS_A_CALL = 5000
const BYTES_A_CALL = '8mb'
// A body with much to report sends it in batches; this leaves room for many programs that send one at a time.
const CALLS_A_MINUTE = 6000

/** Where bodies report who used whose data. */
export function accessLogMachineRoutes(parts: AccessLogMachineParts): Router {
  const { agencies } = parts
  const router = Router()
  const limit = rateLimit(parts.db, {
    name: 'access-records',
    requests: CALLS_A_MINUTE,
    seconds: 60,
    key: (req) => agencyOf(req).id,
  })
  const json: RequestHandler[] = [onlyJson, express.json({ limit: BYTES_A_CALL }), idempotencyKey(parts)]

  router.post('/api/access-records', agencies('access-records.write'), limit, ...json, async (req, res) => {
    const sent: unknown = req.body
    if (!Array.isArray(sent)) return answerOne(res, await takeIn(parts, agencyOf(req).id, [sent]))
    if (sent.length > RECORDS_A_CALL) throw new Refusal('too-large', `At most ${RECORDS_A_CALL} records a call`)
    res.json({ results: await takeIn(parts, agencyOf(req).id, sent) })
  })

  return machineDoor(router)
}

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json'))
    throw new Refusal('invalid', 'Send application/json: one record, or an array of them')
  next()
}

/** A call with one record answers with the status that fits it; a call with an array answers 200 with each result. */
function answerOne(res: Response, results: IntakeResult[]): void {
  const [one] = results
  if (one?.result === 'refused') throw new Refusal('invalid', 'The record was refused', errorsOf(one))
  if (one?.result === 'conflict') throw new Refusal('conflict', 'The record was refused', errorsOf(one))
  res.status(one?.result === 'recorded' ? 201 : 200).json({ results })
}

const errorsOf = ({ errors }: IntakeResult) => (errors ? { errors } : {})
