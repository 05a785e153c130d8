import { z } from 'zod'

const id = z.uuid()

export const PollAnswer = z.object({
  sets: z.record(z.string(), z.string()).meta({ description: 'Signed tokens by jti' }),
  moreAvailable: z.boolean(),
})

export const SetError = z.object({
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

export const eventToken = (types: readonly string[]) =>
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
