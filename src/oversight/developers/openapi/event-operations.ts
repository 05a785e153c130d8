import { pathParameter, type Operation } from './operation.ts'

const JTI = '0193a3c2-7b1e-7c1a-9d3f-2a6f0f3b8c11'
const SET = 'eyJ0eXAiOiJzZWNldmVudCtqd3QifQ.e30.c2lnbmF0dXJl'

/** How bodies take what they are told, and what they say about it. */
export const eventOperations = (): Operation[] => [
  {
    ...{ method: 'post', path: '/ssf/poll/:stream', tag: 'Events', id: 'poll', scope: 'ssf.read' },
    summary: 'Take tokens, and answer for those you had (RFC 8936)',
    description: `Each comes again until you acknowledge or refuse it. Unless \`returnImmediately\` is true the call waits for up to 30 seconds until there is something.`,
    parameters: [pathParameter('stream', 'stream_id of a stream that you poll')],
    request: { schema: 'PollRequest', example: { maxEvents: 10, returnImmediately: true, ack: [JTI] } },
    answers: {
      200: {
        description: 'Signed tokens',
        schema: 'PollAnswer',
        example: { sets: { [JTI]: SET }, moreAvailable: false },
      },
    },
    refuses: ['conflict'],
  },
  {
    ...{ method: 'put', path: '/api/deliveries/:jti/outcome', tag: 'Outcomes', id: 'sendOutcome' },
    scope: 'outcomes.write',
    summary: 'Say what became of what you were told',
    description: 'The same outcome again changes nothing. Another one is added: the citizen sees the latest.',
    parameters: [pathParameter('jti', 'jti of the token')],
    request: {
      schema: 'Outcome',
      example: { status: 'done', effective_date: '2026-11-30', message: { en: 'Your bill is on its way.' } },
    },
    answers: { 204: { description: 'The citizen can see it' } },
  },
]
