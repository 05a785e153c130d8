import express, { Router, type RequestHandler } from 'express'
import { idempotencyKey } from '../../access-log/intake/idempotency-key.ts'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { readReplay } from './replay-request.ts'
import type { ReplayParts } from './enqueue.ts'
import { replay } from './replay.ts'

export interface ReplayRoutesParts extends ReplayParts {
  agencies: (scope: Scope) => AccessRule
}

// A thousand events a call: as many as a stream is sent in a minute.
const CALLS_A_MINUTE = 60
const LARGEST = '64kb'

/** Where a body has sent to it again what it was sent before. */
export function replayRoutes({ agencies, ...parts }: ReplayRoutesParts): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(parts.db, { name: 'replays', requests: CALLS_A_MINUTE, seconds: 60, key })
  const json: RequestHandler[] = [onlyJson, express.json({ limit: LARGEST }), idempotencyKey(parts)]

  router.post('/api/replays', agencies('ssf.manage'), limit, ...json, async (req, res) => {
    const asking = { agencyId: agencyOf(req).id, idempotencyKey: req.get('idempotency-key') }
    res.status(202).json(await replay(parts, asking, readReplay(req.body)))
  })
  return machineDoor(router)
}

const onlyJson: RequestHandler = (req, _res, next) => {
  if (!req.is('application/json')) throw new Refusal('invalid', 'Send application/json')
  next()
}
