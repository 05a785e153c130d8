import express, { Router, type RequestHandler } from 'express'
import { idempotencyKey } from '../../access-log/intake/idempotency-key.ts'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import { inContext } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { answer, openRequest, type Answer, type AnswerParts } from './answer.ts'
import { readQuery, requestJson, requestPage } from './rights-api.ts'
import { rightsAnswer } from './rights-schemas.ts'
import { idIn } from './rights-parts.ts'

export interface RightsMachineParts extends AnswerParts {
  agencies: (scope: Scope) => AccessRule
}

const CALLS_A_MINUTE = 600
const LARGEST = '64kb'

/** Where bodies read what citizens ask under their rights, and answer: as they do with questions. */
export function rightsMachineRoutes({ agencies, ...parts }: RightsMachineParts): Router {
  const { db, vault, clock } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(db, { name: 'rights', requests: CALLS_A_MINUTE, seconds: 60, key })
  const json: RequestHandler[] = [onlyJson, express.json({ limit: LARGEST }), idempotencyKey(parts)]

  router.get('/api/rights', agencies('access-records.write'), limit, async (req, res) => {
    const asked = readQuery(req.query)
    const agency = agencyOf(req).id
    res.json(await inContext(db, { agency }, (tx) => requestPage(tx, { vault, now: clock() }, agency, asked)))
  })
  router.get('/api/rights/:id', agencies('access-records.write'), limit, async (req, res) => {
    const { request, thread } = await openRequest(parts, { agencyId: agencyOf(req).id }, idIn(req))
    res.json(requestJson({ vault, now: clock() }, request, thread))
  })
  router.post('/api/rights/:id/answers', agencies('access-records.write'), limit, ...json, async (req, res) => {
    await answer(parts, { agencyId: agencyOf(req).id }, idIn(req), readAnswer(req.body))
    res.status(204).end()
  })
  return machineDoor(router)
}

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json')) throw new Refusal('invalid', 'Send application/json')
  next()
}

function readAnswer(body: unknown): Answer {
  const parsed = rightsAnswer.safeParse(body)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  throw new Refusal('invalid', 'The answer was refused', { errors })
}
