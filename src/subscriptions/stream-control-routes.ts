import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { agencyOf } from '../identity/agency-rule.ts'
import { isUuid } from '../shared/references.ts'
import { notFound, Refusal } from '../shared/refusal.ts'
import { machineDoor } from '../web/site.ts'
import { withStream, type StreamParts } from './manage-streams.ts'
import { objectIn, ssfJson, ssfLimit, type SsfParts } from './ssf-door.ts'
import { addStreamEvent, mayVerify } from './stream-event-store.ts'
import { readStatus, statusOf } from './stream-status.ts'
import { findStream, setStreamStatus } from './stream-store.ts'
import { streamSubjectRoutes } from './stream-subject-routes.ts'
import { MIN_VERIFICATION_INTERVAL } from './stream.ts'

export type StreamControlParts = StreamParts & SsfParts

const LONGEST_STATE = 2000

/** Where a body pauses its streams, tries them, and says whom it has a file on (SSF 1.0, sections 8.1.2 to 8.1.4). */
export function streamControlRoutes(parts: StreamControlParts): Router {
  const { agencies, db } = parts
  const router = Router({ strict: true, caseSensitive: true })
  const limit = ssfLimit(db, 'streams')

  router.get('/ssf/status', agencies('ssf.read'), limit, async (req, res) => {
    const { stream_id: id } = req.query
    if (typeof id !== 'string') throw new Refusal('invalid', 'Name the stream by its stream_id')
    const stream = isUuid(id) ? await findStream(db, agencyOf(req).id, id) : undefined
    if (!stream) throw notFound()
    res.json(statusOf(stream))
  })
  router.post('/ssf/status', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    res.json(await changeStatus(parts, agencyOf(req).id, objectIn(req.body)))
  })
  router.post('/ssf/verification', agencies('ssf.manage'), limit, ssfJson, async (req, res) => {
    await verify(parts, agencyOf(req).id, objectIn(req.body))
    res.status(204).end()
  })
  router.use(streamSubjectRoutes(parts))
  return machineDoor(router)
}

type Body = Readonly<Record<string, unknown>>

function changeStatus(parts: StreamControlParts, agencyId: string, body: Body) {
  const { stream_id, status, reason } = readStatus(body)
  return withStream(parts, agencyId, stream_id, async (tx, stream) => {
    await setStreamStatus(tx, stream.id, { status, reason }, parts.clock())
    return statusOf({ id: stream.id, status, reason })
  })
}

/** What a paused stream asks for is held like all that it is told; a disabled one is told nothing, so nothing is promised. */
function verify(parts: StreamControlParts, agencyId: string, { stream_id, state }: Body): Promise<void> {
  if (state !== undefined && (typeof state !== 'string' || state.length > LONGEST_STATE || !isStorable(state))) {
    throw new Refusal('invalid', `state is text of at most ${LONGEST_STATE} characters`)
  }
  return withStream(parts, agencyId, stream_id, async (tx, stream) => {
    if (stream.status === 'disabled') throw new Refusal('invalid', 'The stream is disabled')
    const now = parts.clock()
    if (!(await mayVerify(tx, stream.id, now, MIN_VERIFICATION_INTERVAL))) {
      const retryAfter = MIN_VERIFICATION_INTERVAL
      throw new Refusal('too-many', 'Verification was asked for a moment ago', { retryAfter })
    }
    const event = { id: randomUUID(), subscriptionId: stream.id, agencyId, kind: 'verification' } as const
    await addStreamEvent(tx, { ...event, content: state === undefined ? {} : { state } }, now)
  })
}

/** PostgreSQL's JSON takes no NUL and no half of a character. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')
