import {
  Configuration,
  PrivateKeyJwt,
  allowInsecureRequests,
  clockSkew,
  clockTolerance,
  customFetch,
  enableNonRepudiationChecks,
  setJwksCache,
  type ServerMetadata,
} from 'openid-client'
import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { DAY, HOUR, type Clock } from '../shared/clock.ts'
import { cachedDocument, type CachedDocument } from './cached-document.ts'
import { parseDidDocument, type DidDocument } from './did-document.ts'
import { ID_TOKEN_ALGORITHM, TOLERANCE_SECONDS } from './id-token.ts'
import { oneLoginFetch, type Fetch } from './outbound.ts'
import { assertionKey, mayFetch, type RelyingParty } from './relying-party.ts'

/** GOV.UK One Login as we use it. Nothing is asked of it until somebody signs in, so we start while it is down. */
export interface OneLogin {
  relyingParty: RelyingParty
  clock: Clock
  /** For one exchange. @throws OneLoginUnavailable */
  configuration(): Promise<Configuration>
  /** Keys of ID tokens and logout tokens. */
  signingKeys: CachedDocument<JSONWebKeySet>
  /** Keys of identities. */
  didDocument: CachedDocument<DidDocument>
}

export function openOneLogin(relyingParty: RelyingParty, options: { clock: Clock; fetch?: Fetch }): OneLogin {
  const { clock } = options
  const fetch = oneLoginFetch(relyingParty, options)
  const { issuer, didUrl, didId } = relyingParty
  const discovery = cachedDocument({
    url: () => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    maxAge: DAY,
    parse: (document) => parseMetadata(document, issuer),
    fetch,
    clock,
  })
  const signingKeys = cachedDocument({
    url: async () => (await discovery.read()).jwks_uri,
    maxAge: HOUR,
    parse: (document) => jwks.parse(document) as JSONWebKeySet,
    fetch,
    clock,
  })
  const didDocument = cachedDocument({
    url: () => didUrl,
    maxAge: HOUR,
    parse: (document) => parseDidDocument(document, didId),
    fetch,
    clock,
  })
  const configuration = async () => {
    const [metadata, keys] = await Promise.all([discovery.read(), signingKeys.read()])
    return configure({ relyingParty, clock, fetch, metadata, keys, newerKeys: () => signingKeys.refetch() })
  }
  return { relyingParty, clock, configuration, signingKeys, didDocument }
}

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

const metadata = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
})

function parseMetadata(document: unknown, issuer: string): ServerMetadata & { jwks_uri: string } {
  const found = metadata.parse(document)
  if (found.issuer !== issuer) throw new Error('The discovery document is of another issuer')
  return found as ServerMetadata & { jwks_uri: string }
}

interface Setup {
  relyingParty: RelyingParty
  clock: Clock
  fetch: Fetch
  metadata: ServerMetadata & { jwks_uri: string }
  keys: JSONWebKeySet
  newerKeys: () => Promise<JSONWebKeySet>
}

function configure({ relyingParty, clock, fetch, metadata, keys, newerKeys }: Setup): Configuration {
  const { clientId, keyId, issuer, production } = relyingParty
  const client = {
    id_token_signed_response_alg: ID_TOKEN_ALGORITHM,
    [clockSkew]: Math.round((clock().getTime() - Date.now()) / 1000),
    [clockTolerance]: TOLERANCE_SECONDS,
  }
  const key = { key: assertionKey(relyingParty), kid: keyId }
  const configuration = new Configuration(metadata, clientId, client, PrivateKeyJwt(key))
  // Without this, openid-client takes an ID token's signature on trust.
  enableNonRepudiationChecks(configuration)
  if (issuer.startsWith('http:') && mayFetch(issuer, production)) allowInsecureRequests(configuration)
  configuration[customFetch] = async (url, init) =>
    url === metadata.jwks_uri ? Response.json(await newerKeys()) : fetch(url, init as RequestInit)
  setJwksCache(configuration, { jwks: keys, uat: Math.floor(Date.now() / 1000) - OLD_ENOUGH_TO_ASK_AGAIN })
  return configuration
}

// openid-client uses a set of up to 300 seconds of age, and looks for an unknown key once more if it is over 60. Our
// own cache decides how old the set may really be.
const OLD_ENOUGH_TO_ASK_AGAIN = 120
