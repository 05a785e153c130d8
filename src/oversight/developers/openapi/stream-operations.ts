import { z } from 'zod'
import { eventTypeUri } from '../../../catalogue/catalogue.ts'
import { POLL, PUSH } from '../../../subscriptions/stream.ts'
import type { Operation } from './operation.ts'
import { Transmitter } from './stream-schemas.ts'
import { STREAM_ID, streamId } from './stream-control-operations.ts'

/** The management API of the Shared Signals Framework 1.0, section 8.1. */
export const streamOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'get', path: '/.well-known/ssf-configuration', tag: 'Streams', id: 'getTransmitter' },
    summary: 'Find everything else (SSF 1.0, section 7.1)',
    answers: { 200: { description: 'Metadata of the transmitter', schema: Transmitter } },
  },
  {
    ...{ method: 'get', path: '/ssf/jwks', tag: 'Streams', id: 'getEventKeys' },
    summary: 'Get the keys that event tokens are signed with',
    answers: { 200: { description: 'Public keys', schema: 'KeySet', mediaType: 'application/jwk-set+json' } },
  },
  ...makingAndReading(baseUrl),
  ...changing,
]

const one = (description: string, example?: unknown) => ({
  description,
  schema: 'Stream',
  ...(example !== undefined && { example }),
})

const on = { path: '/ssf/streams', tag: 'Streams' } as const

function makingAndReading(baseUrl: string): Operation[] {
  const event = eventTypeUri(baseUrl, 'change-of-address')
  const delivery = { method: POLL, endpoint_url: `${baseUrl}/ssf/poll/${STREAM_ID}` }
  const asked = { events_requested: [event], description: 'Council Tax' }
  const stream = {
    ...{ stream_id: STREAM_ID, iss: baseUrl, aud: 'leeds-city-council', delivery, events_supported: [event] },
    ...{
      ...asked,
      events_delivered: [event],
      min_verification_interval: 5,
      signing_alg: 'ES256',
      default_subjects: 'ALL',
    },
  }
  return [
    {
      ...{ ...on, method: 'post', id: 'createStream', scope: 'ssf.manage' },
      summary: 'Make a stream',
      description: 'Event types that we do not know are passed over. Without a delivery method you poll.',
      request: { schema: 'StreamRequest', required: false, example: { delivery: { method: POLL }, ...asked } },
      answers: { 201: one('The new stream', stream) },
      refuses: ['conflict'],
    },
    {
      ...{ ...on, method: 'get', id: 'getStreams', scope: 'ssf.read' },
      summary: 'Read one of your streams, or all of them',
      parameters: [streamId(false)],
      answers: {
        200: { description: 'The stream, or a list', schema: z.union([z.looseObject({}), z.array(z.looseObject({}))]) },
      },
      refuses: ['not-found'],
    },
  ]
}

const push = { method: PUSH, endpoint_url: 'https://events.example.gov.uk/set' }

const changing: Operation[] = [
  {
    ...{ ...on, method: 'patch', id: 'changeStream', scope: 'ssf.manage' },
    summary: 'Change what you name, and leave the rest',
    request: { schema: 'StreamChange', example: { stream_id: STREAM_ID, delivery: push } },
    answers: { 200: one('The stream as it is now') },
    refuses: ['not-found'],
  },
  {
    ...{ ...on, method: 'put', id: 'replaceStream', scope: 'ssf.manage' },
    summary: 'Replace all that is yours to say about a stream',
    request: { schema: 'StreamChange', example: { stream_id: STREAM_ID, delivery: { method: POLL } } },
    answers: { 200: one('The stream as it is now') },
    refuses: ['not-found'],
  },
  {
    ...{ ...on, method: 'delete', id: 'deleteStream', scope: 'ssf.manage' },
    summary: 'Delete a stream',
    parameters: [streamId(true)],
    answers: { 204: { description: 'It is gone' } },
    refuses: ['invalid', 'not-found'],
  },
]
