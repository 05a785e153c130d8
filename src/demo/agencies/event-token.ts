import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { MINUTE, SECOND } from '../../shared/clock.ts'

/** A security event token (RFC 8417) that has been found right. */
export interface EventToken {
  jti: string
  /** Opaque and the same for the same person, at this body only. */
  personId: string
  eventType: string
  event: Record<string, unknown>
  claims: JWTPayload
}

/** RFC 8935, section 2.4. */
export type SetError =
  'invalid_request' | 'invalid_key' | 'invalid_issuer' | 'invalid_audience' | 'authentication_failed'

export type Verdict = { kind: 'right'; token: EventToken } | { kind: 'wrong'; err: SetError; description: string }

export interface Expected {
  issuer: string
  audience: string
  keys: JWTVerifyGetKey
  now: Date
}

// Older is a replay: a token that waits for a retry is signed afresh by whoever sends it.
const OLDEST_SECONDS = (5 * MINUTE) / SECOND
// Clocks differ.
const TOLERANCE_SECONDS = 60

/** @throws whatever kept the keys from being fetched: that says nothing about the token. */
export async function verifyEventToken(text: string, expected: Expected): Promise<Verdict> {
  try {
    const { payload } = await jwtVerify(text, expected.keys, {
      typ: 'secevent+jwt',
      algorithms: ['ES256', 'RS256'],
      issuer: expected.issuer,
      audience: expected.audience,
      currentDate: expected.now,
      maxTokenAge: OLDEST_SECONDS,
      clockTolerance: TOLERANCE_SECONDS,
    })
    return readClaims(payload)
  } catch (error) {
    const err = error instanceof errors.JOSEError ? errorFor(error) : undefined
    if (!err) throw error
    return { kind: 'wrong', err, description: (error as Error).message }
  }
}

const claims = z.looseObject({
  jti: z.string().min(1),
  sub_id: z.object({ format: z.literal('opaque'), id: z.string().min(1) }),
  events: z
    .record(z.url(), z.record(z.string(), z.unknown()))
    .refine((events) => Object.keys(events).length === 1, 'there must be exactly one event'),
  // Shared Signals 1.0 says no to both: nobody shall take the token for one that lets them in.
  sub: z.never({ error: 'must not appear' }).optional(),
  exp: z.never({ error: 'must not appear' }).optional(),
})

function readClaims(payload: JWTPayload): Verdict {
  const read = claims.safeParse(payload)
  if (!read.success) {
    const [issue] = read.error.issues
    return { kind: 'wrong', err: 'invalid_request', description: `${issue?.path.join('.')}: ${issue?.message}` }
  }
  const { jti, sub_id, events } = read.data
  const [[eventType, event] = ['', {}]] = Object.entries(events)
  return { kind: 'right', token: { jti, personId: sub_id.id, eventType, event, claims: payload } }
}

function errorFor(error: errors.JOSEError): SetError | undefined {
  if (error instanceof errors.JWTClaimValidationFailed) return claimErrors[error.claim] ?? 'invalid_request'
  return codeErrors[error.code]
}

const claimErrors: Record<string, SetError> = { iss: 'invalid_issuer', aud: 'invalid_audience' }

const codeErrors: Record<string, SetError> = {
  [errors.JWSSignatureVerificationFailed.code]: 'authentication_failed',
  [errors.JWKSNoMatchingKey.code]: 'invalid_key',
  [errors.JOSEAlgNotAllowed.code]: 'invalid_key',
  [errors.JWTExpired.code]: 'invalid_request',
  [errors.JWSInvalid.code]: 'invalid_request',
  [errors.JWTInvalid.code]: 'invalid_request',
}
