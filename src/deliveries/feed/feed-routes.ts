import { Router } from 'express'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import type { SigningJwk } from '../../vault/signing-keys.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { tokenSigner } from '../event-token.ts'
import { stateOfEvent } from './event-state.ts'
import { holderOf, readFeedQuery } from './feed-request.ts'
import { readFeed } from './feed.ts'
import type { ReadingParts } from './read-again.ts'

export type FeedRoutesParts = Omit<ReadingParts, 'sign' | 'way' | 'doneBy'> & {
  signingKeys: readonly SigningJwk[]
  agencies: (scope: Scope) => AccessRule
}

// A hundred events a call, each one decrypted, recorded and signed: as much as a stream that is polled.
const CALLS_A_MINUTE = 600

/** Where a body reads again what it was told, without acknowledging any of it. */
export function feedRoutes({ signingKeys, agencies, ...given }: FeedRoutesParts): Router {
  const parts = { ...given, sign: tokenSigner(signingKeys) }
  const router = Router({ strict: true, caseSensitive: true })
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(given.db, { name: 'feed', requests: CALLS_A_MINUTE, seconds: 60, key })

  router.get('/api/events', agencies('events.read'), limit, async (req, res) => {
    const asked = { ...readFeedQuery(req.query), holds: holderOf(req.get('if-none-match')) }
    const { tag, page } = await readFeed(parts, agencyOf(req).id, asked)
    res.setHeader('ETag', tag)
    if (!page) return void res.status(304).end()
    res.json(page)
  })
  router.get('/api/events/:jti/state', agencies('events.read'), limit, async (req, res) => {
    res.json(await stateOfEvent(parts, agencyOf(req).id, String(req.params['jti'])))
  })
  return machineDoor(router)
}
