import express, { Router } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import type { Scope } from '../identity/agency-scopes.ts'
import { isUuid } from '../shared/references.ts'
import { notFound } from '../shared/refusal.ts'
import { findStream } from '../subscriptions/stream-store.ts'
import type { SigningJwk } from '../vault/signing-keys.ts'
import type { AccessRule } from '../web/access.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { machineDoor } from '../web/site.ts'
import { createBell } from './bell.ts'
import { tokenSigner } from './event-token.ts'
import { poll, type PollParts } from './poll.ts'
import { readPoll } from './poll-request.ts'
import { setSigner } from './sign-set.ts'

export type PollRoutesParts = Omit<PollParts, 'bell' | 'sign' | 'signSet'> & {
  signingKeys: readonly SigningJwk[]
  agencies: (scope: Scope) => AccessRule
}

// A hundred tokens a call, so that a body takes in what built up over a weekend before lunch.
const CALLS_A_MINUTE = 1200
// A thousand answers with their descriptions.
const LARGEST = '512kb'

/** Where a body that polls takes its tokens (RFC 8936). */
export function pollRoutes({ signingKeys, agencies, ...given }: PollRoutesParts): Router {
  const { db } = given
  const bell = createBell(db, given.logger)
  const parts = { ...given, bell, sign: tokenSigner(signingKeys), signSet: setSigner(signingKeys) }
  const router = Router({ strict: true, caseSensitive: true })
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(db, { name: 'poll', requests: CALLS_A_MINUTE, seconds: 60, key })
  const json = express.json({ limit: LARGEST, type: () => true })

  router.post('/ssf/poll/:stream', agencies('ssf.read'), limit, json, async (req, res) => {
    const id = String(req.params['stream'])
    const stream = isUuid(id) ? await findStream(db, agencyOf(req).id, id) : undefined
    if (!stream) throw notFound()
    const gone = new AbortController()
    res.on('close', () => gone.abort())
    res.json(await poll(parts, stream, readPoll(req.body), gone.signal))
  })
  return machineDoor(router)
}
