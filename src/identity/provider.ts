import {
  Configuration,
  PrivateKeyJwt,
  allowInsecureRequests,
  clockSkew,
  clockTolerance,
  customFetch,
  enableNonRepudiationChecks,
  setJwksCache,
} from 'openid-client'
import type { JSONWebKeySet } from 'jose'
import { DAY, HOUR, type Clock } from '../shared/clock.ts'
import { cachedDocument, type CachedDocument } from './cached-document.ts'
import { TOLERANCE_SECONDS } from './id-token.ts'
import type { Fetch } from './outbound.ts'
import { parseKeys, parseMetadata, type Metadata } from './provider-metadata.ts'
import { assertionKey, mayFetch, type OidcClient } from './relying-party.ts'

/** An OpenID provider that people sign in at. Nothing is asked of it until somebody does, so we start while it is down. */
export interface Provider {
  clock: Clock
  /** For one exchange. @throws OneLoginUnavailable */
  configuration(): Promise<Configuration>
  /** Keys of ID tokens and logout tokens. */
  signingKeys: CachedDocument<JSONWebKeySet>
}

export interface ProviderParts {
  clock: Clock
  fetch: Fetch
  /** The one that is registered for ID tokens; without it those that the provider says it uses. */
  idTokenAlgorithm?: string
}

/** @param client what the provider knows us by. */
export function openProvider(client: OidcClient, parts: ProviderParts): Provider {
  const { clock, fetch } = parts
  const discovery = cachedDocument({
    url: () => `${client.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    maxAge: DAY,
    parse: (document) => parseMetadata(document, client.issuer),
    fetch,
    clock,
  })
  const signingKeys = cachedDocument({
    url: async () => (await discovery.read()).jwks_uri,
    maxAge: HOUR,
    parse: parseKeys,
    fetch,
    clock,
  })
  const configuration = async () => {
    const [metadata, keys] = await Promise.all([discovery.read(), signingKeys.read()])
    return configure({ ...parts, client, metadata, keys, newerKeys: () => signingKeys.refetch() })
  }
  return { clock, configuration, signingKeys }
}

interface Setup extends ProviderParts {
  client: OidcClient
  metadata: Metadata
  keys: JSONWebKeySet
  newerKeys: () => Promise<JSONWebKeySet>
}

function configure({ client, clock, fetch, idTokenAlgorithm, metadata, keys, newerKeys }: Setup): Configuration {
  const { clientId, keyId, issuer, production } = client
  const registered = {
    ...(idTokenAlgorithm && { id_token_signed_response_alg: idTokenAlgorithm }),
    [clockSkew]: Math.round((clock().getTime() - Date.now()) / 1000),
    [clockTolerance]: TOLERANCE_SECONDS,
  }
  const key = { key: assertionKey(client), kid: keyId }
  const configuration = new Configuration(metadata, clientId, registered, PrivateKeyJwt(key))
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
