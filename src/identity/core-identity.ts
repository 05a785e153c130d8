import { decodeProtectedHeader, errors, jwtVerify, type JWK, type JWTPayload } from 'jose'
import type { CalendarDate } from '../shared/dates.ts'
import type { PersonName } from '../shared/names.ts'
import { parseBirthDate, parseNames } from './claims.ts'
import { controllerOf } from './did-document.ts'
import { TOLERANCE_SECONDS, isInFuture } from './id-token.ts'

/** What a valid coreIdentityJWT says. */
export interface CoreIdentity {
  /** Current one first. */
  names: PersonName[]
  birthDate: CalendarDate
}

export type CoreIdentityCheck =
  | { kind: 'proved'; identity: CoreIdentity }
  /** Genuine, but below P2: the person has not proved who they are. */
  | { kind: 'too-weak' }
  /** Not to be trusted in anything. */
  | { kind: 'refused'; reason: CoreIdentityFault }

export type CoreIdentityFault =
  | 'malformed'
  | 'wrong-algorithm'
  | 'wrong-controller'
  | 'unknown-key'
  | 'wrong-signature'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-claims'
  | 'no-name-or-birth-date'

export interface Expectations {
  identityIssuer: string
  clientId: string
  /** Of the ID token that came with it. */
  subject: string
  didId: string
  now: Date
  /** A key of the DID document's `assertionMethod`. */
  findKey: (kid: string) => Promise<JWK | undefined>
}

/** Levels of confidence that are at least P2 (GPG 45: medium). */
const STRONG_ENOUGH = ['P2', 'P3', 'P4']

/** Checks an identity as One Login's documentation asks, and DID pinning on top. */
export async function checkCoreIdentity(jwt: unknown, expected: Expectations): Promise<CoreIdentityCheck> {
  const header = headerOf(jwt)
  if (!header || typeof jwt !== 'string') return refused('malformed')
  if (header.alg !== 'ES256') return refused('wrong-algorithm')
  if (!header.kid || controllerOf(header.kid) !== expected.didId) return refused('wrong-controller')
  const key = await expected.findKey(header.kid)
  if (!key) return refused('unknown-key')
  try {
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: ['ES256'],
      issuer: expected.identityIssuer,
      audience: expected.clientId,
      subject: expected.subject,
      currentDate: expected.now,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['exp', 'nbf', 'iat'],
    })
    return judge(payload, expected.now)
  } catch (error) {
    return refused(faultOf(error))
  }
}

function judge(payload: JWTPayload, now: Date): CoreIdentityCheck {
  if (isInFuture(payload.iat, now)) return refused('not-yet-valid')
  if (!STRONG_ENOUGH.includes(String(payload['vot']))) return { kind: 'too-weak' }
  const subject = (payload['vc'] as { credentialSubject?: Record<string, unknown> } | undefined)?.credentialSubject
  const names = parseNames(subject?.['name'])
  const birthDate = parseBirthDate(subject?.['birthDate'])
  if (names.length === 0 || !birthDate) return refused('no-name-or-birth-date')
  return { kind: 'proved', identity: { names, birthDate } }
}

function headerOf(jwt: unknown) {
  try {
    return decodeProtectedHeader(String(jwt))
  } catch {
    return undefined
  }
}

function faultOf(error: unknown): CoreIdentityFault {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'nbf' ? 'not-yet-valid' : 'wrong-claims'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature'
  return 'malformed'
}

const refused = (reason: CoreIdentityFault): CoreIdentityCheck => ({ kind: 'refused', reason })
