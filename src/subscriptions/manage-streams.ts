import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../shared/clock.ts'
import { inContext, type Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { isUuid } from '../shared/references.ts'
import { notFound, Refusal } from '../shared/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import { mergedTerms, sendingTermsOf, type SendingTerms } from './sending-limits.ts'
import {
  addStream,
  agenciesByInterest,
  changeStream,
  countStreams,
  deliveredTypes,
  dropStream,
  lockStream,
} from './stream-store.ts'
import { deliveredBy, keepsCredentials } from './stream-credentials.ts'
import { checkTransmitterSupplied, type RequestedDelivery, type StreamRequest } from './stream-request.ts'
import {
  knownTypes,
  PUSH,
  streamConfiguration,
  type ReceiverStream,
  type StreamConfiguration,
  type StreamSetting,
} from './stream.ts'

export interface StreamParts extends StreamSetting {
  db: Db
  vault: Vault
  clock: Clock
}

// A body with more systems than this has each of them take from one of its streams.
const MOST_STREAMS = 20

/** @throws Refusal `conflict` when the body has as many as one may have. */
export function createStream(parts: StreamParts, agencyId: string, request: StreamRequest) {
  return inContext(parts.db, { agency: agencyId }, async (tx) => {
    if ((await countStreams(tx, agencyId)) >= MOST_STREAMS) {
      throw new Refusal('conflict', `A body may have ${MOST_STREAMS} streams`)
    }
    const stream = replaced(parts, { ...newStream, id: uuidv7(), agencyId }, request)
    await addStream(tx, stream, parts.clock())
    return describeOne(parts, tx, stream)
  })
}

/**
 * PATCH merges what is named into what stands; PUT replaces all that is the receiver's to say (SSF 1.0, sections 8.1.1.3
 * and 8.1.1.4).
 *
 * @throws Refusal `forbidden` for a stream of the agencies file: the next time the file is applied would undo it.
 */
export function updateStream(parts: StreamParts, agencyId: string, request: StreamRequest, way: 'merge' | 'replace') {
  return changing(parts, agencyId, request.stream_id, async (tx, stream) => {
    checkTransmitterSupplied(request, await describeOne(parts, tx, stream))
    const next = way === 'merge' ? merged(parts, stream, request) : replaced(parts, stream, request)
    await changeStream(tx, next, parts.clock())
    return describeOne(parts, tx, next)
  })
}

export function deleteStream(parts: StreamParts, agencyId: string, id: string): Promise<void> {
  return changing(parts, agencyId, id, (tx) => dropStream(tx, id))
}

export async function describe(parts: StreamParts, db: Db, streams: readonly ReceiverStream[]) {
  const ids = streams.map(({ id }) => id)
  const types = await deliveredTypes(db, ids, ukToday(parts.clock()))
  const byInterest = await agenciesByInterest(
    db,
    streams.map(({ agencyId }) => agencyId),
  )
  return streams.map((stream) => {
    const defaultSubjects = byInterest.has(stream.agencyId) ? 'NONE' : 'ALL'
    return streamConfiguration(stream, { delivered: types.get(stream.id) ?? [], defaultSubjects }, parts)
  })
}

/** Works on a stream that is locked. @throws Refusal `not-found` for another body's, and for one that is gone. */
export function withStream<Result>(
  parts: Pick<StreamParts, 'db'>,
  agencyId: string,
  id: unknown,
  work: (tx: Knex.Transaction, stream: ReceiverStream) => Promise<Result>,
): Promise<Result> {
  if (typeof id !== 'string') throw new Refusal('invalid', 'Name the stream by its stream_id')
  if (!isUuid(id)) throw notFound()
  return inContext(parts.db, { agency: agencyId }, async (tx) => {
    const stream = await lockStream(tx, agencyId, id)
    if (!stream) throw notFound()
    return work(tx, stream)
  })
}

const changing: typeof withStream = (parts, agencyId, id, work) =>
  withStream(parts, agencyId, id, (tx, stream) => {
    if (stream.position === null) return work(tx, stream)
    throw new Refusal('forbidden', 'This stream is kept in the agencies file: change it there')
  })

async function describeOne(parts: StreamParts, tx: Knex.Transaction, stream: ReceiverStream) {
  const [configuration] = await describe(parts, tx, [stream])
  return configuration as StreamConfiguration
}

const newStream: Omit<ReceiverStream, 'id' | 'agencyId'> = {
  ...{
    position: null,
    method: 'poll',
    endpointUrl: null,
    authorizationHeader: null,
    tokenUrl: null,
    tokenClient: null,
  },
  ...{ events: null, agreements: null, status: 'enabled' },
  ...{ eventsRequested: null, description: null, reason: null, algorithm: 'ES256' },
}

function replaced(parts: StreamParts, stream: ReceiverStream, request: StreamRequest): ReceiverStream {
  const { events_requested = null, description = null, signing_alg = 'ES256', delivery = null } = request
  return {
    ...stream,
    ...deliveredBy(parts, stream, delivery),
    ...grantedBy(delivery),
    ...eventsOf(parts, events_requested),
    description,
    algorithm: signing_alg,
  }
}

function merged(parts: StreamParts, stream: ReceiverStream, request: StreamRequest): ReceiverStream {
  const { events_requested, description, signing_alg, delivery } = request
  const { authorizationHeader, tokenUrl, tokenClient } = stream
  const keeps = delivery?.method === PUSH && keepsCredentials(stream, delivery)
  return {
    ...stream,
    ...(delivery !== undefined && deliveredBy(parts, stream, delivery)),
    ...(keeps && { authorizationHeader, tokenUrl, tokenClient }),
    ...(delivery !== undefined && grantedBy(delivery, stream)),
    ...(events_requested !== undefined && eventsOf(parts, events_requested)),
    ...(description !== undefined && { description }),
    ...(signing_alg !== undefined && { algorithm: signing_alg }),
  }
}

/** What is said of the receiver's own limits, and of what stands what nothing was said of. */
function grantedBy(delivery: RequestedDelivery | null, standing: SendingTerms = {}) {
  return delivery?.method === PUSH ? mergedTerms(sendingTermsOf(delivery), standing) : mergedTerms({}, {})
}

const eventsOf = (parts: StreamParts, requested: string[] | null) => ({
  eventsRequested: requested,
  events: requested && knownTypes(requested, parts),
})
