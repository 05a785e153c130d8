import type { Operation, Parameter } from './operation.ts'

/** How bodies pause their streams, try them, and say whom they have a file on (SSF 1.0, sections 8.1.2 to 8.1.4). */
export const streamControlOperations = (): Operation[] => control

export const STREAM_ID = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11'

export const streamId = (required: boolean): Parameter => ({
  ...{ name: 'stream_id', in: 'query', required },
  description: required ? 'The stream' : 'The stream; without it, all of yours',
})

const REASON = 'Our system is down for the weekend'
const status = { stream_id: STREAM_ID, status: 'paused', reason: REASON }
const subject = { stream_id: STREAM_ID, subject: { format: 'opaque', id: 'k3Zr6wq1' } }

const control: Operation[] = [
  {
    ...{ method: 'get', path: '/ssf/status', tag: 'Streams', id: 'getStatus', scope: 'ssf.read' },
    summary: 'Read whether a stream is enabled, paused or disabled',
    parameters: [streamId(true)],
    answers: { 200: { description: 'The status', schema: 'Status', example: status } },
    refuses: ['invalid', 'not-found'],
  },
  {
    ...{ method: 'post', path: '/ssf/status', tag: 'Streams', id: 'changeStatus', scope: 'ssf.manage' },
    summary: 'Pause, disable or enable a stream',
    description: 'What comes while it is paused is kept for you. What comes while it is disabled is not.',
    request: { schema: 'StatusRequest', example: status },
    answers: { 200: { description: 'The status as it is now', schema: 'Status', example: status } },
    refuses: ['not-found'],
  },
  {
    ...{ method: 'post', path: '/ssf/subjects/add', tag: 'Streams', id: 'addSubject', scope: 'ssf.manage' },
    summary: 'Say that you have a file on somebody',
    description:
      'By an identifier of RFC 9493, or a national number with its birth date. The answer is the same whether or not we know them.',
    request: { schema: 'SubjectRequest', example: subject },
    answers: { 200: { description: 'Noted' } },
    refuses: ['not-found'],
  },
  {
    ...{ method: 'post', path: '/ssf/subjects/remove', tag: 'Streams', id: 'removeSubject', scope: 'ssf.manage' },
    summary: 'Say that you no longer have a file on somebody',
    request: { schema: 'SubjectRequest', example: subject },
    answers: { 204: { description: 'Noted' } },
    refuses: ['not-found'],
  },
  {
    ...{ method: 'post', path: '/ssf/verification', tag: 'Streams', id: 'verifyStream', scope: 'ssf.manage' },
    summary: 'Ask for an event that shows that a stream works',
    request: { schema: 'VerificationRequest', example: { stream_id: STREAM_ID, state: 'trial-1' } },
    answers: { 204: { description: 'It comes within seconds' } },
    refuses: ['not-found'],
  },
]
