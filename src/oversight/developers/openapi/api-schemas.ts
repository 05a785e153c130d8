import { z } from 'zod'
import { submission } from '../../../access-log/submission.ts'
import { agencyInRegister, agreementInRegister } from '../../../agreements/register.ts'
import { lifeEvents } from '../../../catalogue/catalogue.ts'
import { outcome } from '../../../deliveries/outcome.ts'
import { pollRequest } from '../../../deliveries/poll-request.ts'
import { streamRequest } from '../../../subscriptions/stream-request.ts'
import { statusRequest } from '../../../subscriptions/stream-status.ts'
import { anySubject } from '../../../subscriptions/stream-subject.ts'
import { POLL, PUSH } from '../../../subscriptions/stream.ts'
import { statuses } from '../../../subscriptions/subscription.ts'
import { algorithms } from '../../../vault/signing-keys.ts'
import type { DocumentParts } from './document.ts'
import { EventPage, EventState } from './feed-operations.ts'

/** Every schema with a name in the document. What doors parse with comes from the doors; the rest says what they answer. */
export const apiSchemas = ({ allowLoopback, events = lifeEvents }: DocumentParts) => {
  const stream = streamRequest({ allowLoopback, algorithms })
  return {
    StreamRequest: stream,
    StreamChange: stream.required({ stream_id: true }),
    Stream,
    StatusRequest: statusRequest,
    Status,
    SubjectRequest,
    VerificationRequest,
    PollRequest: pollRequest,
    PollAnswer,
    EventToken: eventToken(events.map(({ type }) => type)),
    SetError,
    EventPage,
    EventState,
    Outcome: outcome,
    AccessRecord: submission,
    AccessResults,
    TokenRequest,
    AccessToken,
    TokenError,
    Problem,
    Agency: agencyInRegister,
    Agreement: agreementInRegister,
    JsonSchema: z.looseObject({ $schema: z.url(), $id: z.url(), title: z.string(), type: z.literal('object') }),
    KeySet: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) }),
  } satisfies Record<string, z.ZodType>
}

const id = z.uuid()
const uris = z.array(z.url())

const Stream = z.object({
  stream_id: id,
  iss: z.url(),
  aud: z.string().meta({ description: 'Your id' }),
  delivery: z.object({ method: z.enum([PUSH, POLL]), endpoint_url: z.url() }),
  events_supported: uris,
  events_requested: z.array(z.string()),
  events_delivered: uris.meta({ description: 'What your agreements let you be told of what you asked for' }),
  min_verification_interval: z.int().meta({ description: 'Seconds' }),
  signing_alg: z.enum(algorithms),
  description: z.string().optional(),
})

const Status = z.object({ stream_id: id, status: z.enum(statuses), reason: z.string().optional() })

const SubjectRequest = z.object({
  stream_id: z.string(),
  subject: anySubject.meta({ description: 'A subject identifier (RFC 9493, section 3)' }),
  verified: z.boolean().optional(),
})

const VerificationRequest = z.object({
  stream_id: z.string(),
  state: z.string().max(2000).optional().meta({ description: 'Comes back in the event, so that you know it is yours' }),
})

const PollAnswer = z.object({
  sets: z.record(z.string(), z.string()).meta({ description: 'Signed tokens by jti' }),
  moreAvailable: z.boolean(),
})

const SetError = z.object({
  err: z.enum([
    'invalid_request',
    'invalid_key',
    'invalid_issuer',
    'invalid_audience',
    'authentication_failed',
    'access_denied',
  ]),
  description: z.string(),
})

const eventToken = (types: readonly string[]) =>
  z
    .object({
      iss: z.url(),
      aud: z.string().meta({ description: 'Your id' }),
      iat: z.int(),
      jti: id.meta({ description: 'The same in every attempt' }),
      txn: z.string().meta({ description: 'The same for all that follows from one report; yours alone' }),
      toe: z.int().optional().meta({ description: 'When the citizen reported it' }),
      sub_id: z
        .object({ format: z.literal('opaque'), id: z.string() })
        .meta({ description: 'The same for the same person; yours alone' }),
      events: z.record(z.url(), z.looseObject({})).meta({ minProperties: 1, maxProperties: 1 }),
    })
    .meta({
      description: `The claims of a security event token (RFC 8417). The one event is of one of the types ${types.join(', ')}, or about the stream itself. What is in it has a schema at the event’s own address, and a narrower one for each agreement.`,
    })

const TokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string().meta({ description: 'A JWT signed with your key, for at most five minutes' }),
  scope: z.string().optional().meta({ description: 'Told apart by blanks; without it all that you may have' }),
  client_id: z.string().optional(),
  resource: z.url().optional().meta({ description: 'Not needed' }),
})

const AccessToken = z.object({
  access_token: z.string(),
  expires_in: z.int().meta({ description: 'Seconds' }),
  token_type: z.literal('Bearer'),
  scope: z.string().optional(),
})

const TokenError = z.object({ error: z.string(), error_description: z.string().optional() })

const fieldProblems = z.array(z.object({ field: z.string(), message: z.string() }))

const AccessResults = z.object({
  results: z.array(
    z.object({
      record_id: z.string().nullable().meta({ description: 'Null when it could not be read' }),
      result: z.enum(['recorded', 'duplicate', 'conflict', 'refused']),
      errors: fieldProblems.optional(),
    }),
  ),
})

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: fieldProblems.optional(),
})
