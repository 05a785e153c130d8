import { z } from 'zod'
import { idempotencyKey, pathParameter, type Operation } from './operation.ts'

const request = {
  ...{ id: '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c21', kind: 'correct', sent_at: '2026-11-23T09:30:00.000Z' },
  ...{ due: '2026-12-23', waits_for: 'body', may_answer: ['received', 'asked', 'extended', 'done', 'refused'] },
  subject: { id_type: 'pairwise', id: 'k3Zr6wq1' },
}

const list: Operation = {
  ...{ method: 'get', path: '/api/rights', tag: 'Questions', id: 'listRightsRequests' },
  scope: 'access-records.write',
  summary: 'See what citizens ask of you under their rights: objection, correction, access, erasure',
  description: 'The oldest first, without what was said. A cursor that we did not make is an error.',
  parameters: [
    {
      ...{ name: 'open', in: 'query', description: 'Whether it is not done with yet: true unless said' },
      schema: z.enum(['true', 'false']),
    },
    { name: 'after', in: 'query', description: 'The cursor from `next`' },
  ],
  answers: {
    200: {
      ...{ description: 'A page of them', schema: 'RightsPage' },
      example: { requests: [request], next: null },
    },
  },
  refuses: ['invalid', 'gone'],
}

const open: Operation = {
  ...{ method: 'get', path: '/api/rights/:id', tag: 'Questions', id: 'openRightsRequest' },
  scope: 'access-records.write',
  summary: 'Open one, with what was said',
  description: 'The citizen can see each time that you opened it, also in their list of who used their data.',
  parameters: [pathParameter('id', 'The request')],
  answers: {
    200: {
      ...{ description: 'The request and its thread', schema: 'RightsRequest' },
      example: {
        ...request,
        thread: [
          {
            ...{ id: '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c24', at: '2026-11-23T09:30:00.000Z', kind: 'sent' },
            ...{ by: 'citizen', wrong: 'My house number is 3', right: 'It is 13' },
          },
        ],
      },
    },
  },
}

const answer: Operation = {
  ...{ method: 'post', path: '/api/rights/:id/answers', tag: 'Questions', id: 'answerRightsRequest' },
  scope: 'access-records.write',
  summary: 'Say that you have it, ask for more, take longer with a reason, or say what you decided',
  parameters: [pathParameter('id', 'The request'), idempotencyKey],
  request: { schema: 'RightsAnswer', example: { kind: 'done', message: 'Your house number is 13 by now.' } },
  answers: { 204: { description: 'The citizen can read it' } },
  refuses: ['conflict', 'gone'],
}

/** What citizens ask under their rights, for the programs of the body that they ask. */
export const rightsOperations: Operation[] = [list, open, answer]
