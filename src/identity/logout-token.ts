import { createLocalJWKSet, decodeProtectedHeader, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose'
import { ID_TOKEN_ALGORITHM, TOLERANCE_SECONDS, isInFuture } from './id-token.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

export interface LogoutToken {
  subject: string
  tokenId: string
  expiresAt: Date
}

export interface LogoutExpectations {
  issuer: string
  clientId: string
  now: Date
  keys: JSONWebKeySet
}

export type LogoutCheck =
  { kind: 'valid'; token: LogoutToken } | { kind: 'unknown-key' } | { kind: 'refused'; reason: string }

/** OpenID Connect Back-Channel Logout 1.0, section 2.6. Whether the token was seen before is the caller's question. */
export async function checkLogoutToken(jwt: unknown, expected: LogoutExpectations): Promise<LogoutCheck> {
  const header = headerOf(jwt)
  if (!header || typeof jwt !== 'string') return refused('malformed')
  if (!header.kid) return refused('no-key-id')
  if (header.typ !== undefined && header.typ.toLowerCase() !== 'logout+jwt') return refused('wrong-type')
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(expected.keys), {
      algorithms: [ID_TOKEN_ALGORITHM],
      issuer: expected.issuer,
      audience: expected.clientId,
      currentDate: expected.now,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
    })
    return judge(payload, expected.now)
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { kind: 'unknown-key' }
    return refused(error instanceof errors.JOSEError ? error.code : 'malformed')
  }
}

function judge(payload: JWTPayload, now: Date): LogoutCheck {
  const { sub, jti, exp, iat, nonce, events } = payload
  if (!sub || !jti || !exp) return refused('missing-claims')
  if (isInFuture(iat, now)) return refused('issued-in-the-future')
  if (nonce !== undefined) return refused('has-nonce')
  if (!isLogoutEvent(events)) return refused('wrong-events')
  return { kind: 'valid', token: { subject: sub, tokenId: jti, expiresAt: new Date(exp * 1000) } }
}

function isLogoutEvent(events: unknown): boolean {
  if (typeof events !== 'object' || events === null || Object.keys(events).join() !== EVENT) return false
  const [content] = Object.values(events) as unknown[]
  return typeof content === 'object' && content !== null && !Array.isArray(content)
}

function headerOf(jwt: unknown) {
  try {
    return decodeProtectedHeader(String(jwt)) as { kid?: string; typ?: string }
  } catch {
    return undefined
  }
}

const refused = (reason: string): LogoutCheck => ({ kind: 'refused', reason })
