import { z } from 'zod'
import { eventTypeUri } from '../../../catalogue/catalogue.ts'
import { idempotencyKey, type Operation } from './operation.ts'

const JTI = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11'
const request = { stream_id: '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c12', reason: 'We lost a disk' }

/** How bodies have things sent once more. */
export const againOperations = (baseUrl: string): Operation[] => [
  {
    ...{ method: 'post', path: '/api/replays', tag: 'Events', id: 'replay', scope: 'ssf.manage' },
    summary: 'Have sent again what you were told, over the same stream and under the same jti',
    description: 'Name events by jti, or a stretch of time, or go on from a cursor.',
    parameters: [idempotencyKey],
    request: { schema: 'ReplayRequest', example: { jtis: [JTI] } },
    answers: {
      202: {
        description: 'It will be sent',
        schema: 'ReplayAnswer',
        example: { queued: 1, next: null, results: [{ jti: JTI, status: 202 }] },
      },
    },
    refuses: ['not-found', 'conflict', 'gone'],
  },
  {
    ...{ method: 'post', path: '/api/resyncs', tag: 'Events', id: 'resync', scope: 'ssf.manage' },
    summary: 'Have a stream told to throw away what it has, and to fetch it again',
    description: `The event is of the type ${eventTypeUri(baseUrl, 'resync')}.`,
    request: { schema: 'ResyncRequest', example: request },
    answers: { 202: { description: 'It comes within seconds', schema: 'ResyncAnswer', example: { jti: JTI } } },
    refuses: ['not-found', 'conflict'],
  },
]

export const ReplayAnswer = z.object({
  queued: z.int().meta({ description: 'How many will be sent' }),
  next: z.string().nullable().meta({ description: 'Where to go on, if the stretch goes on' }),
  results: z.array(z.object({ jti: z.string(), status: z.literal([202, 404, 410]) })).optional(),
})

export const ResyncAnswer = z.object({ jti: z.uuid().meta({ description: 'Of the event that says so' }) })
