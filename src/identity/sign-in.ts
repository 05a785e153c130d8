import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import type { Language } from '../shared/language.ts'
import { CORE_IDENTITY, attributesOf, claimsRequest, returnCodesOf, type Identity } from './claims.ts'
import type { Contact } from './contact-store.ts'
import { checkCoreIdentity } from './core-identity.ts'
import { keyIn } from './did-document.ts'
import { idTokenFault } from './id-token.ts'
import type { OneLogin } from './one-login.ts'
import { OneLoginUnavailable } from './outbound.ts'
import type { PendingSignIn, Step } from './pending-sign-in.ts'
import { callbackUrl } from './relying-party.ts'
import { verdictOn, type Verdict } from './sign-in-problem.ts'

export interface Departure {
  url: URL
  state: string
  pending: PendingSignIn
}

export interface Destination {
  step: Step
  language: Language
  returnTo: string
  inPerson?: boolean
  afresh?: boolean
}

/** A request to One Login: authentication alone, or authentication with a proved identity. */
export async function startSignIn(oneLogin: OneLogin, destination: Destination): Promise<Departure> {
  const { step, language, returnTo, inPerson, afresh } = destination
  const configuration = await oneLogin.configuration()
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackUrl(oneLogin.relyingParty),
    scope: 'openid email phone',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
    ...VECTORS[step],
    ...(afresh && { max_age: String(OLDEST_SIGN_IN) }),
  })
  const startedAt = oneLogin.clock().getTime()
  const more = { ...(inPerson && { inPerson }), ...(afresh && { afresh }) }
  return { url, state, pending: { step, nonce, verifier, startedAt, returnTo, ...more } }
}

// In seconds: whoever signed in to One Login longer ago has to do so once more.
const OLDEST_SIGN_IN = 300

const VECTORS = {
  authentication: { vtr: '["Cl.Cm"]' },
  identity: { vtr: '["Cl.Cm.P2"]', claims: claimsRequest },
}

export type SignIn =
  | { kind: 'authenticated'; sub: string; idToken: string }
  | { kind: 'proved'; sub: string; idToken: string; contact: Contact; identity: Identity }
  | { kind: 'not-proved'; sub: string; idToken: string; contact: Contact; returnCodes: string[] }
  | ({ kind: 'stopped'; reason: string } & Verdict)

interface Answer {
  configuration: Configuration
  sub: string
  idToken: string
  accessToken: string
}

/**
 * One Login's answer, held against the request that it answers. Nothing that One Login or a stranger sends makes this
 * throw.
 *
 * @param search the query of the callback. Scheme, host and path are our own, whatever the request's Host says.
 */
export async function finishSignIn(
  oneLogin: OneLogin,
  pending: PendingSignIn,
  search: URLSearchParams,
): Promise<SignIn> {
  try {
    const answer = await exchange(oneLogin, pending, search)
    if ('kind' in answer) return answer
    const { sub, idToken } = answer
    return pending.step === 'identity' ? await readIdentity(oneLogin, answer) : { kind: 'authenticated', sub, idToken }
  } catch (error) {
    return stopFor(error, pending.step)
  }
}

async function exchange(oneLogin: OneLogin, pending: PendingSignIn, search: URLSearchParams) {
  const configuration = await oneLogin.configuration()
  const url = new URL(`${callbackUrl(oneLogin.relyingParty)}?${search.toString()}`)
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: search.get('state') ?? '',
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
    // Then the ID token must say when that was.
    ...(pending.afresh && { maxAge: OLDEST_SIGN_IN }),
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) return refused('no ID token')
  const fault = idTokenFault(tokens.id_token, claims, oneLogin.clock())
  if (fault) return refused(`ID token: ${fault}`)
  return { configuration, sub: claims.sub, idToken: tokens.id_token, accessToken: tokens.access_token }
}

async function readIdentity(oneLogin: OneLogin, answer: Answer): Promise<SignIn> {
  const { sub, idToken } = answer
  const userInfo = await fetchUserInfo(answer.configuration, answer.accessToken, sub)
  const attributes = attributesOf(userInfo)
  const contact = contactIn(attributes)
  const notProved: SignIn = { kind: 'not-proved', sub, idToken, contact, returnCodes: returnCodesOf(userInfo) }
  if (userInfo[CORE_IDENTITY] === undefined || userInfo[CORE_IDENTITY] === null) return notProved
  const { identityIssuer, clientId, didId } = oneLogin.relyingParty
  const check = await checkCoreIdentity(userInfo[CORE_IDENTITY], {
    ...{ identityIssuer, clientId, didId, subject: sub },
    now: oneLogin.clock(),
    findKey: (kid) => findIdentityKey(oneLogin, kid),
  })
  if (check.kind === 'too-weak') return notProved
  if (check.kind === 'refused') return refused(`coreIdentityJWT: ${check.reason}`)
  return { kind: 'proved', sub, idToken, contact, identity: { ...check.identity, ...attributes } }
}

const contactIn = ({ email, phone }: Contact): Contact => ({ ...(email && { email }), ...(phone && { phone }) })

/** One Login announces new keys before it uses them; for one that we do not know we look once more. */
async function findIdentityKey({ didDocument }: OneLogin, kid: string) {
  return keyIn(await didDocument.read(), kid) ?? keyIn(await didDocument.refetch(), kid)
}

/** What a failed exchange means. @throws what no provider and no stranger can have caused. */
export function stopFor(error: unknown, step: Step): SignIn & { kind: 'stopped' } {
  if (error instanceof AuthorizationResponseError) {
    return { kind: 'stopped', reason: `authorisation error ${codeIn(error)}`, ...verdictOn(error.error, step) }
  }
  if (isOutage(error)) {
    return { kind: 'stopped', reason: 'the provider did not answer', ...verdictOn('temporarily_unavailable', step) }
  }
  if (error instanceof ResponseBodyError) return failed(`token error ${codeIn(error)}`)
  if (error instanceof WWWAuthenticateChallengeError) return failed('userinfo refused our access token')
  if (error instanceof ClientError) return refused(`an answer failed a check: ${error.code ?? 'unknown'}`)
  throw error
}

// openid-client hands on what our own fetch throws, as it is or as a cause.
const isOutage = (error: unknown) =>
  error instanceof OneLoginUnavailable || (error instanceof Error && error.cause instanceof OneLoginUnavailable)

// Codes are for the log; anything but the letters of a registered code might be a stranger's text.
const codeIn = ({ error }: { error: string }) => (/^[a-z_]{1,40}$/.test(error) ? error : 'unknown')

const failed = (reason: string): SignIn & { kind: 'stopped' } => ({
  kind: 'stopped',
  reason,
  problem: 'failed',
  alert: true,
  endsSession: false,
})

/** Something was not what it claimed to be: then nobody is signed in, not even whoever was. */
export const refused = (reason: string) => ({ ...failed(reason), endsSession: true })
