import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { outsideAddress, type AddressRules } from '../agencies/outside-address.ts'
import { Refusal } from '../shared/refusal.ts'
import { algorithms, type Algorithm } from '../vault/signing-keys.ts'
import { sendingShape } from './sending-entry.ts'
import { authorizationHeader } from './stream-entry.ts'
import { POLL, PUSH, type StreamConfiguration } from './stream.ts'
import { tokenClientProblems, tokenClientShape } from './token-client-entry.ts'

export interface StreamRules extends AddressRules {
  /** What there are keys for. */
  algorithms: readonly Algorithm[]
}

/** What a receiver says of a stream. Undefined is what it did not name; null is what it wants removed. */
export type StreamRequest = z.output<ReturnType<typeof streamRequest>>

export type RequestedDelivery = NonNullable<StreamRequest['delivery']>

const LONGEST_DESCRIPTION = 255
const MOST_EVENTS = 500

/** @throws Refusal `invalid` that names every wrong member. Members that we do not know are passed over. */
export function readStreamRequest(body: unknown, rules: StreamRules): StreamRequest {
  const read = streamRequest(rules).safeParse(body)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }))
  throw new Refusal('invalid', 'The stream was refused', { errors })
}

/**
 * What the transmitter says of a stream may come back, as it stands (SSF 1.0, sections 8.1.1.3 and 8.1.1.4).
 *
 * @throws Refusal `invalid` that names every member that says something else.
 */
export function checkTransmitterSupplied(request: StreamRequest, standing: StreamConfiguration): void {
  const wrong = TRANSMITTER_SUPPLIED.filter(
    (name) => request[name] !== undefined && !isDeepStrictEqual(sorted(request[name]), sorted(standing[name])),
  )
  if (wrong.length === 0) return
  const errors = wrong.map((field) => ({ field, message: 'is the transmitter’s to say, and it says something else' }))
  throw new Refusal('invalid', 'The stream was refused', { errors })
}

const TRANSMITTER_SUPPLIED = [
  'iss',
  'aud',
  'events_supported',
  'events_delivered',
  'min_verification_interval',
] as const

/** `aud` may be one string or a list of one (RFC 7519, section 4.1.3); the order of events means nothing. */
const sorted = (value: unknown): unknown[] => [value].flat().toSorted()

export const streamRequest = (rules: StreamRules) =>
  z.object(
    {
      stream_id: z.string('must be text').optional(),
      delivery: delivery(rules).nullable().optional(),
      events_requested: z
        .array(z.unknown(), 'must be a list of event types')
        .max(MOST_EVENTS, `must have at most ${MOST_EVENTS} event types`)
        // What is not understood is passed over, and a number is understood least of all.
        .transform(
          (values) =>
            [...new Set(values.filter((value) => typeof value === 'string' && !value.includes('\0')))] as string[],
        )
        .nullable()
        .optional(),
      description: z
        .string('must be text')
        .transform((text) => text.slice(0, LONGEST_DESCRIPTION).toWellFormed().replaceAll('\0', ''))
        .nullable()
        .optional(),
      signing_alg: z
        .enum(algorithms, 'must be ES256 or RS256')
        .refine((algorithm) => rules.algorithms.includes(algorithm), 'has no key here')
        .optional(),
      iss: z.unknown().optional(),
      aud: z.unknown().optional(),
      events_supported: z.unknown().optional(),
      events_delivered: z.unknown().optional(),
      min_verification_interval: z.unknown().optional(),
    },
    'must be a JSON object',
  )

/** Without a method it is poll, whose address is ours to say (SSF 1.0, section 8.1.1.1). */
function delivery(rules: StreamRules) {
  const push = z
    .object({
      method: z.literal(PUSH),
      endpoint_url: outsideAddress(rules),
      authorization_header: authorizationHeader.nullable().optional(),
      token_url: outsideAddress(rules).nullable().optional(),
      ...tokenClientShape,
      ...sendingShape,
    })
    .superRefine((given, context) => {
      for (const [member, message] of tokenClientProblems(given)) {
        context.addIssue({ code: 'custom', path: [member], message })
      }
    })
  const poll = z.object({ method: z.literal(POLL) })
  const method = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { method: POLL, ...value } : value
  return z.preprocess(
    method,
    z.discriminatedUnion('method', [push, poll], `must be an object whose method is ${PUSH} or ${POLL}`),
  )
}
