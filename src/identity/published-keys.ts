import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, type JWK } from 'jose'
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
 *
 * @param revoked thumbprints of keys that are refused at once, and wherever they are published
 */
export async function verifyWithKeysOfToday(
  { oidc: { client, params } }: KoaContextWithOIDC,
  revoked: readonly string[],
): Promise<void> {
  const held = (client as unknown as { asymmetricKeyStore?: HeldKeys } | undefined)?.asymmetricKeyStore
  if (!held || (!held.stale() && revoked.length === 0)) return
  try {
    await held.refresh()
    await verifyWithOneOf([...held], String(params?.['client_assertion']), revoked)
  } catch (cause) {
    throw new errors.InvalidClientAuth({ cause })
  }
}

async function verifyWithOneOf(keys: readonly JWK[], assertion: string, revoked: readonly string[]): Promise<void> {
  const prints = await Promise.all(keys.map((key) => calculateJwkThumbprint(key)))
  const standing = keys.filter((_key, index) => !revoked.includes(prints[index] ?? ''))
  // One by one, since an assertion need not name its key.
  await Promise.any(standing.map((key) => compactVerify(assertion, createLocalJWKSet({ keys: [key] }))))
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
