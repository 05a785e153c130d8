import { Provider, interactionPolicy, type Configuration } from 'oidc-provider'
import type { JWK } from 'jose'
import type { Clock } from '../../shared/clock.ts'
import { accountOf, identityClaims, pairwiseSubject } from './accounts.ts'
import { grantWhatIsAsked, onlyKnownVectors } from './grants.ts'
import type { OneLoginKeys } from './keys.ts'
import { inMemory } from './memory.ts'
import { showError, showMissingPage, showSignedOut } from './pages.ts'
import { findPersona } from './personas.ts'
import { signOutAtOnce, signOutWithoutSession } from './sign-out.ts'

export interface OneLoginClient {
  id: string
  jwks: { keys: JWK[] }
}

export interface ProviderOptions {
  issuer: string
  didId: string
  /** The relying party's own address. */
  baseUrl: string
  client: OneLoginClient
  keys: OneLoginKeys
  clock: Clock
}

/** oidc-provider, dressed as GOV.UK One Login: its routes, claims, subjects and silences. */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, {
    ...DIALECT,
    ...BEHAVIOUR,
    ...people(options),
    clients: [clientOf(options)],
    jwks: { keys: [options.keys.idTokenKey] },
    adapter: inMemory(),
    discovery: { ui_locales_supported: ['en', 'cy'], trustmarks: `${options.issuer}trustmark` },
    cookies: {
      keys: [options.keys.cookieKey],
      // Cookies do not tell ports apart, and the service under test may be on this host too.
      names: { session: 'one-login', interaction: 'one-login-interaction', resume: 'one-login-resume' },
    },
  })
  provider.use(signOutWithoutSession)
  provider.use(showMissingPage)
  return provider
}

const DIALECT = {
  routes: {
    authorization: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    end_session: '/logout',
    jwks: '/.well-known/jwks.json',
  },
  scopes: ['openid', 'email', 'phone'],
  claims: {
    openid: ['sub', 'vot', 'vtm'],
    email: ['email', 'email_verified'],
    phone: ['phone_number', 'phone_number_verified'],
    ...Object.fromEntries(identityClaims.map((claim) => [claim, null])),
  },
  responseTypes: ['code'],
  subjectTypes: ['pairwise'],
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['RS256', 'PS256'] },
  extraParams: { vtr: onlyKnownVectors },
} satisfies Configuration

const BEHAVIOUR = {
  pkce: { required: () => true },
  interactions: { policy: withoutConsent(), url: (_ctx, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: grantWhatIsAsked,
  features: {
    claimsParameter: { enabled: true },
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: signOutAtOnce, postLogoutSuccessSource: showSignedOut },
  },
  renderError: showError,
  clientBasedCORS: () => false,
  fetch: fetchAnywhere,
  // Seconds.
  ttl: { AccessToken: 180, AuthorizationCode: 60, IdToken: 120, Interaction: 3600, Session: 7200, Grant: 7200 },
} satisfies Configuration

const clientOf = ({ client, baseUrl }: ProviderOptions) => ({
  client_id: client.id,
  client_name: 'Tell us once',
  jwks: client.jwks as { keys: (JWK & { kty: string })[] },
  token_endpoint_auth_method: 'private_key_jwt' as const,
  redirect_uris: [`${baseUrl}/auth/callback`],
  post_logout_redirect_uris: [`${baseUrl}/signed-out`],
  backchannel_logout_uri: `${baseUrl}/auth/back-channel-logout`,
  id_token_signed_response_alg: 'ES256' as const,
  subject_type: 'pairwise' as const,
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
})

function people({ keys, issuer, didId, client, clock }: ProviderOptions): Configuration {
  return {
    pairwiseIdentifier: (_ctx, id, { clientId }) => pairwiseSubject(keys.subjectSalt, id, clientId),
    findAccount: (_ctx, id) => {
      const persona = findPersona(id)
      const subject = pairwiseSubject(keys.subjectSalt, id, client.id)
      return persona && accountOf(persona, { keys, issuer, didId, audience: client.id, subject, now: clock() })
    },
  }
}

function withoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}

type GuardedRequest = RequestInit & { dispatcher?: unknown }

/** oidc-provider's guard against private addresses would keep logout tokens from a service on this machine. */
function fetchAnywhere(url: Parameters<typeof fetch>[0], { dispatcher: _guard, ...request }: GuardedRequest = {}) {
  return fetch(url, request)
}
