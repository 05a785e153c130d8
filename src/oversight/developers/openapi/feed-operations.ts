import { z } from 'zod'
import { feedQuery } from '../../../deliveries/feed/feed-request.ts'
import { pathParameter, type Operation } from './operation.ts'

const JTI = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11'
const SET = 'eyJ0eXAiOiJzZWNldmVudCtqd3QifQ.e30.c2lnbmF0dXJl'
const CURSOR = 'bGVlZHM6NDI'

/** Where bodies read again what they were told. */
export const feedOperations = (): Operation[] => [
  {
    ...{ method: 'get', path: '/api/events', tag: 'Events', id: 'readEvents', scope: 'events.read' },
    summary: 'Read again what you were told, oldest first',
    description: 'Nothing is acknowledged by reading. Each reading is on the record of the people it is about.',
    parameters: [
      { name: 'after', in: 'query', description: '`next` of the page before', schema: feedQuery.shape.after },
      { name: 'limit', in: 'query', description: 'Events at most, 1 to 100', schema: feedQuery.shape.limit },
      { name: 'If-None-Match', in: 'header', description: 'The ETag of a page that you hold' },
    ],
    answers: {
      200: {
        description: 'A page',
        schema: 'EventPage',
        headers: { ETag: 'Changes with what the page tells, not with how it is signed' },
        example: { events: [{ jti: JTI, set: SET, cursor: CURSOR }], next: CURSOR, more: false },
      },
      304: { description: 'The page that you hold is still right' },
    },
    refuses: ['invalid', 'gone'],
  },
  {
    ...{ method: 'get', path: '/api/events/:jti/state', tag: 'Events', id: 'readEventState', scope: 'events.read' },
    summary: 'Read what holds now of an event that you were told',
    parameters: [pathParameter('jti', 'jti of any token about the event')],
    answers: {
      200: {
        description: 'What holds now',
        schema: 'EventState',
        example: { jti: JTI, state: 'withdrawn', current_jti: JTI, as_of: '2026-11-23T09:30:00.000Z', set: SET },
      },
    },
    refuses: ['gone'],
  },
]

export const EventPage = z.object({
  events: z.array(z.object({ jti: z.uuid(), set: z.string(), cursor: z.string() })),
  next: z.string().meta({ description: 'Where to read on; a cursor also when nothing is there yet' }),
  more: z.boolean(),
})

export const EventState = z.object({
  jti: z.uuid().meta({ description: 'Of the first token about it' }),
  state: z.enum(['reported', 'corrected', 'withdrawn']),
  current_jti: z.uuid(),
  as_of: z.iso.datetime(),
  facts: z.looseObject({}).optional(),
  set: z.string(),
})
