import { z } from 'zod'
import { sendingShape } from '../../../subscriptions/sending-entry.ts'
import { anySubject } from '../../../subscriptions/stream-subject.ts'
import { POLL, PUSH } from '../../../subscriptions/stream.ts'
import { statuses } from '../../../subscriptions/subscription.ts'
import { algorithms } from '../../../vault/signing-keys.ts'

const id = z.uuid()
const uris = z.array(z.url())

export const Stream = z.object({
  stream_id: id,
  iss: z.url(),
  aud: z.string().meta({ description: 'Your id' }),
  delivery: z.object({
    method: z.enum([PUSH, POLL]),
    endpoint_url: z.url(),
    token_url: z.url().optional(),
    ...sendingShape,
  }),
  events_supported: uris,
  events_requested: z.array(z.string()),
  events_delivered: uris.meta({ description: 'What your agreements let you be told of what you asked for' }),
  min_verification_interval: z.int().meta({ description: 'Seconds' }),
  signing_alg: z.enum(algorithms),
  default_subjects: z.enum(['ALL', 'NONE']),
  description: z.string().optional(),
})

export const Status = z.object({ stream_id: id, status: z.enum(statuses), reason: z.string().optional() })

export const SubjectRequest = z.object({
  stream_id: z.string(),
  subject: anySubject.meta({ description: 'A subject identifier (RFC 9493, section 3)' }),
  verified: z.boolean().optional(),
})

export const VerificationRequest = z.object({
  stream_id: z.string(),
  state: z.string().max(2000).optional().meta({ description: 'Comes back in the event, so that you know it is yours' }),
})

export const Transmitter = z.looseObject({
  spec_version: z.string(),
  issuer: z.url(),
  jwks_uri: z.url(),
  delivery_methods_supported: z.array(z.enum([PUSH, POLL])),
  configuration_endpoint: z.url(),
  status_endpoint: z.url(),
  add_subject_endpoint: z.url(),
  remove_subject_endpoint: z.url(),
  verification_endpoint: z.url(),
  authorization_schemes: z.array(z.object({ spec_urn: z.string() })),
  default_subjects: z.enum(['ALL', 'NONE']),
})
