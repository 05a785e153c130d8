import type { RefusalCode } from '../../../shared/refusal.ts'
import { statusOf } from '../../../web/problem.ts'

const meanings: Record<RefusalCode, string> = {
  invalid: 'Something in the request is wrong: `errors` names every field',
  unauthenticated: 'There is no access token, or it is not valid',
  forbidden: 'The token, or your entry, does not have this scope; or what you ask is not yours to change',
  'not-found': 'There is no such thing, or it is another body’s',
  conflict: 'It does not go with what there is already',
  gone: 'It was there, and will not come back',
  'too-large': 'The body of the request is too large',
  'too-many': 'Too many requests: wait as long as `Retry-After` says',
  unavailable: 'We cannot answer now: try again later',
}

const text = (description: string) => ({ description, schema: { type: 'string' } })
const wait = { 'Retry-After': text('Seconds to wait') }
const challenge = { 'WWW-Authenticate': text('What is wrong with the token (RFC 6750, section 3)') }

const headers: Record<string, object> = {
  'too-many': wait,
  unavailable: wait,
  unauthenticated: challenge,
  forbidden: challenge,
}

/** A refusal in the form of RFC 9457, by its code. */
export const problemResponses = Object.fromEntries(
  Object.entries(meanings).map(([code, description]) => [
    code,
    {
      description,
      ...(headers[code] && { headers: headers[code] }),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: {
            type: 'about:blank',
            title: 'Refused',
            status: statusOf[code as RefusalCode],
            detail: description,
          },
        },
      },
    },
  ]),
)
