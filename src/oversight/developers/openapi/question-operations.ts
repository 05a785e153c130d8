import { z } from 'zod'
import { idempotencyKey, pathParameter, type Operation } from './operation.ts'

const ID = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c13'

const question = (baseUrl: string) => ({
  ...{ id: ID, kind: 'explain', urgent: false, asked_at: '2026-11-23T09:30:00.000Z', due: '2026-12-23' },
  ...{ waits_for: 'body', may_reply: ['acknowledged', 'answered'] },
  subject: { id_type: 'pairwise', id: 'k3Zr6wq1' },
  record_id: '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11',
  activity_id: `${baseUrl}/agreements/leeds-address/versions/1`,
})

/** What citizens ask about records, for the programs of the body that they ask. */
export const questionOperations = (baseUrl: string): Operation[] => [list(baseUrl), open(baseUrl), answer]

const list = (baseUrl: string): Operation => ({
  ...{ method: 'get', path: '/api/questions', tag: 'Questions', id: 'listQuestions' },
  scope: 'access-records.write',
  summary: 'See which questions of citizens wait for you, or were answered',
  description: 'The oldest first, without what was said. A cursor that we did not make is an error.',
  parameters: [
    {
      ...{ name: 'waiting', in: 'query', description: 'Whether it is your turn: true unless said' },
      schema: z.enum(['true', 'false']),
    },
    { name: 'after', in: 'query', description: 'The cursor from `next`' },
  ],
  answers: {
    200: {
      ...{ description: 'A page of them', schema: 'QuestionPage' },
      example: { questions: [question(baseUrl)], next: null },
    },
  },
  refuses: ['invalid', 'gone'],
})

const open = (baseUrl: string): Operation => ({
  ...{ method: 'get', path: '/api/questions/:id', tag: 'Questions', id: 'openQuestion' },
  scope: 'access-records.write',
  summary: 'Open one, with what was said',
  description: 'The citizen can see each time that you opened it.',
  parameters: [pathParameter('id', 'The question')],
  answers: {
    200: {
      ...{ description: 'The question and its thread', schema: 'Question' },
      example: {
        ...question(baseUrl),
        thread: [
          {
            ...{ id: '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c14', at: '2026-11-23T09:30:00.000Z', kind: 'asked' },
            ...{ by: 'citizen', message: 'Why did you look at my address?' },
          },
        ],
      },
    },
  },
})

const answer: Operation = {
  ...{ method: 'post', path: '/api/questions/:id/replies', tag: 'Questions', id: 'replyToQuestion' },
  scope: 'access-records.write',
  summary: 'Say that you have it, answer it, or say what you decided about a name',
  parameters: [pathParameter('id', 'The question'), idempotencyKey],
  request: {
    schema: 'QuestionReply',
    example: { kind: 'answered', message: 'We changed your address because you told us that you had moved.' },
  },
  answers: { 204: { description: 'The citizen can read it' } },
  refuses: ['conflict', 'gone'],
}
