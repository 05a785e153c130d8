import { z } from 'zod'
import { countsPayload } from '../../../access-log/wholeness/signed-counts.ts'
import type { Operation } from './operation.ts'

/** Where bodies say how often they used anybody's data on a day. */
export const countOperations: Operation[] = [
  {
    ...{ method: 'put', path: '/api/access-counts/:date', tag: 'Access records', id: 'countAccess' },
    scope: 'access-records.write',
    summary: 'Say, signed, how many uses of data there were on a day',
    description:
      'Over all your systems that report, by noon of the next day: the day in the United Kingdom on which each began. We compare it with what has arrived; where something is missing, citizens see that their list may be incomplete. A later count of the same day takes the place of an earlier one.',
    parameters: [
      {
        name: 'date',
        required: true,
        in: 'path',
        description: 'A day that is over, at most 35 days ago',
        schema: z.iso.date(),
      },
    ],
    request: {
      mediaType: 'application/jose',
      schema: z.string().meta({
        description: `A JWS in compact form (RFC 7515) by one of your keys. Its payload: ${JSON.stringify(z.toJSONSchema(countsPayload))}`,
      }),
    },
    answers: {
      200: { description: 'The same count was there already', schema: counted() },
      201: { description: 'The count is kept', schema: counted() },
    },
    refuses: ['unavailable'],
  },
]

function counted() {
  return z.object({
    date: z.iso.date(),
    records: z.int().meta({ description: 'What you said' }),
    arrived: z.int().meta({ description: 'What has arrived for the day so far' }),
  })
}
