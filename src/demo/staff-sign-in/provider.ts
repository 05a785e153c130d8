import type { JWK } from 'jose'
import { Provider, interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { inMemory } from '../one-login/memory.ts'
import { showError, showMissingPage, showSignedOut } from '../one-login/pages.ts'
import { signOutAtOnce, signOutWithoutSession } from '../one-login/sign-out.ts'
import { findStaffPersona } from '../agencies/colleagues.ts'

export interface StaffProviderOptions {
  issuer: string
  /** The relying party's own address. */
  baseUrl: string
  client: { id: string; jwks: { keys: JWK[] } }
  keys: { idTokenKey: JWK; cookieKey: string }
}

/** oidc-provider as plain as a public body's own sign-in: ES256, verified e-mail addresses, nobody is asked for consent. */
export function createStaffProvider({ issuer, baseUrl, client, keys }: StaffProviderOptions): Provider {
  const provider = new Provider(issuer, {
    ...BEHAVIOUR,
    clients: [
      {
        client_id: client.id,
        client_name: 'Tell us once, for staff',
        jwks: client.jwks,
        token_endpoint_auth_method: 'private_key_jwt',
        redirect_uris: [`${baseUrl}/staff/callback`],
        post_logout_redirect_uris: [`${baseUrl}/staff/signed-out`],
        id_token_signed_response_alg: 'ES256',
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [keys.idTokenKey] },
    adapter: inMemory(),
    cookies: {
      keys: [keys.cookieKey],
      // Cookies do not tell ports apart, and the service and the simulated One Login are on this host too.
      names: { session: 'staff-login', interaction: 'staff-login-interaction', resume: 'staff-login-resume' },
    },
  })
  provider.use(signOutWithoutSession)
  provider.use(showMissingPage)
  return provider
}

const BEHAVIOUR = {
  routes: { authorization: '/authorize', token: '/token', userinfo: '/userinfo', end_session: '/logout' },
  scopes: ['openid', 'email', 'profile'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  responseTypes: ['code'],
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['RS256'] },
  pkce: { required: () => true },
  interactions: { policy: withoutConsent(), url: (_ctx, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: grantWhatIsAsked,
  findAccount: (_ctx, id) => {
    const persona = findStaffPersona(id)
    return persona && { accountId: id, claims: () => Promise.resolve(claimsOf(persona)) }
  },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    rpInitiatedLogout: { enabled: true, logoutSource: signOutAtOnce, postLogoutSuccessSource: showSignedOut },
  },
  renderError: showError,
  clientBasedCORS: () => false,
  // Seconds.
  ttl: { AccessToken: 180, AuthorizationCode: 60, IdToken: 120, Interaction: 3600, Session: 28_800, Grant: 28_800 },
} satisfies Configuration

const claimsOf = ({ id, email, name }: { id: string; email: string; name: string }) => ({
  ...{ sub: id, email, name },
  email_verified: true,
})

async function grantWhatIsAsked({ oidc: { client, session, account, provider } }: KoaContextWithOIDC) {
  if (!client || !account) return undefined
  const grantId = session?.grantIdFor(client.clientId)
  const known = grantId ? await provider.Grant.find(grantId) : undefined
  const grant = known ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid email profile')
  await grant.save()
  return grant
}

function withoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}
