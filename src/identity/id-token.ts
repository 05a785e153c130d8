import { decodeProtectedHeader } from 'jose'

/** As registered with One Login for this service. */
export const ID_TOKEN_ALGORITHM = 'ES256'

/** Between their clock and ours. */
export const TOLERANCE_SECONDS = 10

/** The level of authentication that both requests ask for: a password and a second factor. */
export const VECTOR_OF_TRUST = 'Cl.Cm'

export type IdTokenFault = 'no-key-id' | 'issued-in-the-future' | 'wrong-vector-of-trust'

/**
 * What openid-client leaves out. It has checked signature, algorithm, issuer, audience, expiry and nonce by now; it
 * does not look at a future `iat`, at `vot`, or for a key id when the set has one key only.
 */
export function idTokenFault(token: string, claims: Record<string, unknown>, now: Date): IdTokenFault | undefined {
  if (!decodeProtectedHeader(token).kid) return 'no-key-id'
  if (isInFuture(claims['iat'], now)) return 'issued-in-the-future'
  if (claims['vot'] !== VECTOR_OF_TRUST) return 'wrong-vector-of-trust'
  return undefined
}

/** Also true for what is no time at all. In seconds, as JWTs have it. */
export const isInFuture = (time: unknown, now: Date) =>
  typeof time !== 'number' || time > now.getTime() / 1000 + TOLERANCE_SECONDS
