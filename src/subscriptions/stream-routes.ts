import { Router } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import { isUuid } from '../shared/references.ts'
import { notFound, Refusal } from '../shared/refusal.ts'
import { algorithmOf, type SigningJwk } from '../vault/signing-keys.ts'
import { machineDoor } from '../web/site.ts'
import { createStream, deleteStream, describe, updateStream, type StreamParts } from './manage-streams.ts'
import { objectIn, ssfJson, ssfLimit, type SsfParts } from './ssf-door.ts'
import { readStreamRequest } from './stream-request.ts'
import { findStream, streamsOf } from './stream-store.ts'

export interface StreamRoutesParts extends StreamParts, SsfParts {
  /** Development and tests: receivers on this machine. */
  allowLoopback: boolean
  /** What tokens are signed with. */
  signingKeys: readonly SigningJwk[]
}

/** Where a body's programs keep its streams: the Configuration Endpoint (SSF 1.0, section 8.1.1). */
export function streamRoutes(parts: StreamRoutesParts): Router {
  const { agencies, db } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const limit = ssfLimit(db, 'streams')
  const rules = { allowLoopback: parts.allowLoopback, algorithms: parts.signingKeys.map(algorithmOf) }
  const read = (body: unknown) => readStreamRequest(objectIn(body), rules)

  router.post('/ssf/streams', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    res.status(201).json(await createStream(parts, agencyOf(req).id, read(req.body ?? {})))
  })
  router.get('/ssf/streams', agencies('ssf.read'), limit, async (req, res) => {
    const { stream_id: id } = req.query
    if (id === undefined) return void res.json(await describe(parts, db, await streamsOf(db, agencyOf(req).id)))
    const stream = typeof id === 'string' && isUuid(id) ? await findStream(db, agencyOf(req).id, id) : undefined
    if (!stream) throw notFound()
    const [configuration] = await describe(parts, db, [stream])
    res.json(configuration)
  })
  router.patch('/ssf/streams', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    res.json(await updateStream(parts, agencyOf(req).id, read(req.body), 'merge'))
  })
  router.put('/ssf/streams', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    res.json(await updateStream(parts, agencyOf(req).id, read(req.body), 'replace'))
  })
  router.delete('/ssf/streams', agencies('ssf.manage'), limit, async (req, res) => {
    const { stream_id: id } = req.query
    if (typeof id !== 'string') throw new Refusal('invalid', 'Name the stream by its stream_id')
    await deleteStream(parts, agencyOf(req).id, id)
    res.status(204).end()
  })
  return machineDoor(router)
}
