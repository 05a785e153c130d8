import Provider, { errors, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { algorithmOf, currentKey, type SigningJwk } from '../vault/signing-keys.ts'
import type { FindAgency } from './agency-client.ts'
import { TOKEN_LIFETIME } from './agency-rule.ts'
import { scopes } from './agency-scopes.ts'
import { oauthAdapter } from './oauth-adapter.ts'
import { forgettingSoon, verifyWithKeysOfToday } from './published-keys.ts'

export interface AuthorisationServerParts {
  db: Db
  /** Issuer, and audience of every token. */
  baseUrl: string
  /** Private keys; the first one signs, the others are published while tokens signed by them live. */
  signingKeys: SigningJwk[]
  findAgency: FindAgency
  /** For an agency's `jwks_uri`: bounded, without redirects, to public addresses only. */
  fetch: typeof globalThis.fetch
  logger: Logger
}

export const paths = {
  token: '/oauth/token',
  jwks: '/oauth/jwks',
  metadata: '/.well-known/oauth-authorization-server',
} as const

export const assertionAlgorithms = ['RS256', 'PS256', 'ES256'] as const

/** Seconds between now and the furthest `exp` that an assertion may have (SECURITY.md 17). */
const ASSERTION_LIFETIME = 300

/** Bytes: dozens of keys. Whoever sends more is not read further. */
const LARGEST_KEY_SET = 64 * 1024

/** Seconds between an agency's clock and ours. */
const TOLERANCE = 5

/** Client credentials with private_key_jwt (RFC 7523), tokens of RFC 9068: nothing else of oidc-provider is switched on. */
export function authorisationServer(parts: AuthorisationServerParts): Provider {
  const provider = new Provider(parts.baseUrl, configuration(parts))
  // Where our own request handler says what the public address is.
  provider.proxy = true
  provider.on('server_error', (_ctx, error) => parts.logger.error({ err: error }, 'authorisation server failed'))
  return provider
}

function configuration(parts: AuthorisationServerParts): Configuration {
  const { db, findAgency, signingKeys, fetch } = parts
  return {
    adapter: oauthAdapter(db, findAgency),
    jwks: { keys: signingKeys },
    routes: { token: paths.token, jwks: paths.jwks },
    scopes: [...scopes],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: [...assertionAlgorithms] },
    clientDefaults: { id_token_signed_response_alg: algorithmOf(currentKey(signingKeys)) },
    clockTolerance: TOLERANCE,
    ttl: { ClientCredentials: TOKEN_LIFETIME },
    assertJwtClientAuthClaimsAndHeader: async (ctx, claims) => {
      const agency = await findAgency(String(ctx.oidc.client?.clientId))
      await verifyWithKeysOfToday(ctx, agency?.revokedKeys ?? [])
      refuseLongAssertion(claims)
      refuseAssertionFromTheFuture(claims)
      askForAllScopes(ctx)
    },
    fetch: forgettingSoon(fetch),
    fetchResponseBodyLimits: { jwks_uri: LARGEST_KEY_SET },
    renderError: (ctx, out) => {
      ctx.type = 'json'
      ctx.body = out
    },
    features: { ...features, resourceIndicators: resource(parts) },
  }
}

const off = { enabled: false } as const
const features = {
  clientCredentials: { enabled: true },
  devInteractions: off,
  dPoP: off,
  pushedAuthorizationRequests: off,
  rpInitiatedLogout: off,
  userinfo: off,
} satisfies Configuration['features']

/** One resource, whether asked for or not: this service. */
function resource({ baseUrl, signingKeys }: AuthorisationServerParts) {
  const key = currentKey(signingKeys)
  return {
    enabled: true,
    defaultResource: () => baseUrl,
    getResourceServerInfo: (_ctx: unknown, asked: string) => {
      if (asked !== baseUrl) throw new errors.InvalidTarget()
      return {
        scope: scopes.join(' '),
        audience: baseUrl,
        accessTokenTTL: TOKEN_LIFETIME,
        accessTokenFormat: 'jwt' as const,
        jwt: { sign: { alg: algorithmOf(key), kid: key.kid } } satisfies ResourceServer['jwt'],
      }
    },
  }
}

function refuseLongAssertion({ exp }: { exp?: unknown }): void {
  if (typeof exp === 'number' && exp <= Date.now() / 1000 + ASSERTION_LIFETIME + TOLERANCE) return
  throw new errors.InvalidClientAuth(`client assertions may expire ${ASSERTION_LIFETIME} seconds ahead at most`)
}

/** RFC 7523 section 3 lets `iat` be absent; one that lies ahead is no time at which anything was signed. */
function refuseAssertionFromTheFuture({ iat }: { iat?: unknown }): void {
  if (iat === undefined || (typeof iat === 'number' && iat <= Date.now() / 1000 + TOLERANCE)) return
  throw new errors.InvalidClientAuth('the client assertion says that it was issued in the future')
}

/** Who asks for no scope gets all it may have (RFC 6749 section 3.3); oidc-provider would give a token without any. */
function askForAllScopes({ oidc: { params, client } }: KoaContextWithOIDC): void {
  if (params && params['scope'] === undefined) params['scope'] = client?.scope
}
