import { eventTypeUri, type Catalogue, lifeEvents } from '../catalogue/catalogue.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { writtenTerms } from './sending-limits.ts'
import type { Subscription } from './subscription.ts'

/** A subscription as its receiver keeps it through Shared Signals. */
export interface ReceiverStream extends Subscription {
  /** URIs as it gave them, also those that we do not know; null: it asked for nothing in particular. */
  eventsRequested: string[] | null
  description: string | null
  /** Why its status is what it is. */
  reason: string | null
  algorithm: Algorithm
  tokenClient: Buffer | null
}

export const PUSH = 'urn:ietf:rfc:8935'
export const POLL = 'urn:ietf:rfc:8936'

/** Seconds between two verifications that one stream may ask for. */
export const MIN_VERIFICATION_INTERVAL = 5

/** What every answer about a stream is made with. */
export interface StreamSetting {
  baseUrl: string
  events?: Catalogue
}

/** A stream as the standard describes it (SSF 1.0, section 8.1.1). Never with the header or the secret that its receiver gave. */
export function streamConfiguration(
  stream: ReceiverStream,
  { delivered, defaultSubjects }: { delivered: readonly string[]; defaultSubjects: DefaultSubjects },
  setting: StreamSetting,
) {
  const { baseUrl, events = lifeEvents } = setting
  const told = events.map(({ type }) => eventTypeUri(baseUrl, type))
  const supported = [...told, resyncUri(baseUrl)]
  const covered = delivered.map((type) => eventTypeUri(baseUrl, type)).filter((uri) => told.includes(uri))
  return {
    stream_id: stream.id,
    iss: baseUrl,
    aud: stream.agencyId,
    delivery: deliveryOf(stream, baseUrl),
    events_supported: supported,
    events_requested: stream.eventsRequested ?? requestedByFile(stream, baseUrl) ?? supported,
    // Where nothing is told there is nothing to fetch again.
    events_delivered: covered.length > 0 && takesResync(stream, baseUrl) ? [...covered, resyncUri(baseUrl)] : covered,
    min_verification_interval: MIN_VERIFICATION_INTERVAL,
    signing_alg: stream.algorithm,
    default_subjects: defaultSubjects,
    ...(stream.description !== null && { description: stream.description }),
  }
}

/**
 * Whose events a stream has from the start (SSF 1.0, section 7.1): of all whom its agreements reach, less those whom its
 * body removes; or of none but those whom it adds.
 */
export type DefaultSubjects = 'ALL' | 'NONE'

/** Tells a receiver to throw away what it has of this stream, and to fetch it again from the feed. */
export const RESYNC = 'resync'
export const resyncUri = (baseUrl: string) => eventTypeUri(baseUrl, RESYNC)

/** Unless it asked for other events alone. */
export const takesResync = ({ eventsRequested }: Pick<ReceiverStream, 'eventsRequested'>, baseUrl: string) =>
  eventsRequested?.includes(resyncUri(baseUrl)) ?? true

export type StreamConfiguration = ReturnType<typeof streamConfiguration>

function deliveryOf(stream: ReceiverStream, baseUrl: string) {
  const { id, method, endpointUrl, tokenUrl } = stream
  if (method !== 'push') return { method: POLL, endpoint_url: `${baseUrl}/ssf/poll/${id}` }
  return {
    ...{ method: PUSH, endpoint_url: endpointUrl, ...(tokenUrl !== null && { token_url: tokenUrl }) },
    ...writtenTerms(stream),
  }
}

const requestedByFile = ({ events }: ReceiverStream, baseUrl: string) =>
  events && [...events.map((type) => eventTypeUri(baseUrl, type)), resyncUri(baseUrl)]

/** Types of the catalogue among these URIs; whatever else stands there is passed over (SSF 1.0, section 8.1.1). */
export function knownTypes(uris: readonly string[], { baseUrl, events = lifeEvents }: StreamSetting): string[] {
  return events.map(({ type }) => type).filter((type) => uris.includes(eventTypeUri(baseUrl, type)))
}
