import express, { Router, type RequestHandler } from 'express'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { Refusal, notFound } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { idempotencyKey } from '../intake/idempotency-key.ts'
import { questionJson, questionPage, questionReply, readQuery } from './question-api.ts'
import { openQuestion, reply, type Reply, type ReplyParts } from './reply.ts'

export interface QuestionMachineParts extends ReplyParts {
  agencies: (scope: Scope) => AccessRule
}

const CALLS_A_MINUTE = 600
const LARGEST = '64kb'

/** Where bodies read what citizens ask them about their records, and answer. Whoever reports records answers for them. */
export function questionMachineRoutes({ agencies, ...parts }: QuestionMachineParts): Router {
  const { db, vault } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(db, { name: 'questions', requests: CALLS_A_MINUTE, seconds: 60, key })
  const json: RequestHandler[] = [onlyJson, express.json({ limit: LARGEST }), idempotencyKey(parts)]

  router.get('/api/questions', agencies('access-records.write'), limit, async (req, res) => {
    const asked = readQuery(req.query)
    const agency = agencyOf(req).id
    res.json(await inContext(db, { agency }, (tx) => questionPage(tx, vault, agency, asked)))
  })
  router.get('/api/questions/:id', agencies('access-records.write'), limit, async (req, res) => {
    const { question, thread } = await openQuestion(parts, { agencyId: agencyOf(req).id }, idIn(req))
    res.json(questionJson(vault, question, thread))
  })
  router.post('/api/questions/:id/replies', agencies('access-records.write'), limit, ...json, async (req, res) => {
    await reply(parts, { agencyId: agencyOf(req).id }, idIn(req), readReply(req.body))
    res.status(204).end()
  })
  return machineDoor(router)
}

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json')) throw new Refusal('invalid', 'Send application/json')
  next()
}

function idIn({ params }: { params: Record<string, string | string[] | undefined> }): string {
  const id = String(params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

function readReply(body: unknown): Reply {
  const parsed = questionReply.safeParse(body)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  throw new Refusal('invalid', 'The reply was refused', { errors })
}
