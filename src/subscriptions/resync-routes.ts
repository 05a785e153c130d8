import { Router } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import { machineDoor } from '../web/site.ts'
import { withStream } from './manage-streams.ts'
import { askForResync, readResync } from './resync.ts'
import { objectIn, ssfJson, ssfLimit } from './ssf-door.ts'
import type { StreamControlParts } from './stream-control-routes.ts'

/** Where a body has a stream of its own told to begin again. */
export function resyncRoutes(parts: StreamControlParts): Router {
  const { agencies, baseUrl, clock, db } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const limit = ssfLimit(db, 'streams')

  router.post('/api/resyncs', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    const { stream_id, reason } = readResync(objectIn(req.body))
    const jti = await withStream(parts, agencyOf(req).id, stream_id, (tx, stream) =>
      askForResync(tx, stream, { baseUrl, reason, now: clock() }),
    )
    res.status(202).json({ jti })
  })
  return machineDoor(router)
}
