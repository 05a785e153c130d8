import { decodeProtectedHeader } from 'jose'
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type UserInfoResponse,
} from 'openid-client'
import type { Language } from '../../shared/language.ts'
import { isInFuture } from '../id-token.ts'
import type { PendingSignIn } from '../pending-sign-in.ts'
import { refused, stopFor, type Departure, type SignIn } from '../sign-in.ts'
import { staffCallbackUrl, type StaffProvider } from './staff-provider.ts'

/** A request to the provider of staff (OpenID Connect Core, section 3.1.2.1, with PKCE of RFC 7636). */
export async function startStaffSignIn(
  provider: StaffProvider,
  { language, returnTo }: { language: Language; returnTo: string },
): Promise<Departure> {
  const configuration = await provider.configuration()
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: staffCallbackUrl(provider),
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
  })
  const startedAt = provider.clock().getTime()
  return { url, state, pending: { step: 'authentication', nonce, verifier, startedAt, returnTo } }
}

export interface SignedInStaff {
  kind: 'signed-in'
  issuer: string
  sub: string
  idToken: string
  /** Only one that the provider says it has verified. */
  email: string | undefined
}

/** The provider's answer, held against the request. Nothing that it or a stranger sends makes this throw. */
export async function finishStaffSignIn(
  provider: StaffProvider,
  pending: PendingSignIn,
  search: URLSearchParams,
): Promise<SignedInStaff | (SignIn & { kind: 'stopped' })> {
  try {
    return await exchange(provider, pending, search)
  } catch (error) {
    return stopFor(error, 'authentication')
  }
}

async function exchange(provider: StaffProvider, pending: PendingSignIn, search: URLSearchParams) {
  const configuration = await provider.configuration()
  const url = new URL(`${staffCallbackUrl(provider)}?${search.toString()}`)
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: search.get('state') ?? '',
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) return refused('no ID token')
  const fault = faultOf(tokens.id_token, claims, provider.clock())
  if (fault) return refused(`ID token: ${fault}`)
  const info = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  const { issuer } = provider.client
  return { kind: 'signed-in' as const, issuer, sub: claims.sub, idToken: tokens.id_token, email: verifiedEmail(info) }
}

// With a secret, or none, anybody who knows our client id could have signed.
const ALGORITHMS = ['RS256', 'PS256', 'ES256']

/** What openid-client leaves out: a future `iat`, a missing key id, and an algorithm that the metadata should not name. */
function faultOf(token: string, claims: Record<string, unknown>, now: Date): string | undefined {
  const { kid, alg = '' } = decodeProtectedHeader(token)
  if (!kid) return 'no-key-id'
  if (!ALGORITHMS.includes(alg)) return 'wrong-algorithm'
  return isInFuture(claims['iat'], now) ? 'issued-in-the-future' : undefined
}

/** An address that nobody has verified is whatever somebody typed: it must not open the door of whoever owns it. */
function verifiedEmail({ email, email_verified: verified }: UserInfoResponse): string | undefined {
  return verified === true && typeof email === 'string' ? email.trim() : undefined
}
