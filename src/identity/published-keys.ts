import { compactVerify, createLocalJWKSet, type JWK } from 'jose'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'

/** What oidc-provider holds of what a body publishes at its `jwks_uri`. Not among its types. */
interface HeldKeys extends Iterable<JWK> {
  stale(): boolean
  refresh(): Promise<void>
}

/**
 * A key that a body takes back from its `jwks_uri` must be refused within a minute. oidc-provider looks there again only
 * when what it holds does not verify an assertion, so a key that it holds would be good for ever. So what is older than a
 * minute is fetched and the assertion verified once more. Where its server is away nobody can say that the key is still
 * good, and it is refused.
 */
export async function verifyWithKeysOfToday({ oidc: { client, params } }: KoaContextWithOIDC): Promise<void> {
  const held = (client as unknown as { asymmetricKeyStore?: HeldKeys } | undefined)?.asymmetricKeyStore
  if (!held?.stale()) return
  try {
    await held.refresh()
    await compactVerify(String(params?.['client_assertion']), createLocalJWKSet({ keys: [...held] }))
  } catch (cause) {
    throw new errors.InvalidClientAuth({ cause })
  }
}

/** oidc-provider holds it for a minute, or for as long as the answer says if that is longer: so it says nothing. */
export const forgettingSoon =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const headers = new Headers([...response.headers])
    for (const name of ['cache-control', 'expires']) headers.delete(name)
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
  }
