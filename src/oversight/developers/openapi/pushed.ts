/** What we call at a body's own address (RFC 8935): a webhook in the words of OpenAPI. */
export const pushed = {
  operationId: 'push',
  tags: ['Events'],
  summary: 'We send a token to the address of your stream',
  description:
    'With the authorization header that you gave, or a token from your own token endpoint. The claims of the token are an `EventToken`.',
  requestBody: {
    required: true,
    content: { 'application/secevent+jwt': { schema: { type: 'string', description: 'A signed token (RFC 8417)' } } },
  },
  responses: {
    202: { description: 'You have it. Do not answer before you have it safe' },
    400: {
      description: 'You refuse it: people here see why, and it is sent again every few hours, for seven days in all',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/SetError' },
          example: { err: 'invalid_audience', description: 'This token is for another body' },
        },
      },
    },
    410: { description: 'Your address is gone: we stop the stream, keep what comes, and tell your contact' },
    429: { description: 'Too many at once: we wait as long as `Retry-After` says' },
    503: { description: 'Not now: we wait as long as `Retry-After` says, and try again for seven days' },
  },
}
