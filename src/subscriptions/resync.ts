import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { z } from 'zod'
import { Refusal } from '../shared/refusal.ts'
import { addResync } from './stream-event-store.ts'
import { takesResync, type ReceiverStream } from './stream.ts'

const LONGEST_REASON = 255

/** The body of the call. Members that we do not know are passed over. */
export const resyncRequest = z.object(
  {
    stream_id: z.string('must be text'),
    reason: z
      .string('must be text')
      .transform((text) => text.slice(0, LONGEST_REASON).toWellFormed().replaceAll('\0', ''))
      .optional(),
  },
  'must be a JSON object',
)

export type ResyncRequest = z.output<typeof resyncRequest>

/** @throws Refusal `invalid` that names every wrong member. */
export function readResync(body: unknown): ResyncRequest {
  const read = resyncRequest.safeParse(body)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
  throw new Refusal('invalid', 'The request was refused', { errors })
}

/**
 * Tells a stream's receiver, before long, to throw away what it has of it and to fetch it again from the feed. Asked for
 * by the body itself, or by an operator. In the body's context, or with the worker's role; the stream is locked.
 *
 * @returns jti of the event that says so: of the one that is on its way, if there is one
 * @throws Refusal `conflict` where nobody would hear of it
 */
export function askForResync(
  tx: Knex.Transaction,
  stream: Pick<ReceiverStream, 'id' | 'agencyId' | 'status' | 'eventsRequested'>,
  { baseUrl, reason, now }: { baseUrl: string; reason: string | undefined; now: Date },
): Promise<string> {
  if (stream.status === 'disabled') throw new Refusal('conflict', 'The stream is disabled')
  if (!takesResync(stream, baseUrl)) {
    throw new Refusal('conflict', 'The stream did not ask for resync events: name them in events_requested')
  }
  const content = { feed: `${baseUrl}/api/events`, ...(reason !== undefined && { reason }) }
  return addResync(tx, { id: randomUUID(), subscriptionId: stream.id, agencyId: stream.agencyId, content }, now)
}
