import { calculateJwkThumbprint } from 'jose'

type Key = Record<string, unknown>

/** What a public key is known by, whatever its `kid` says (RFC 7638). */
export const thumbprint = (key: Key): Promise<string> => calculateJwkThumbprint(key)

/** Those of `keys` that are not among these thumbprints. */
export async function withoutKeys(keys: readonly Key[], revoked: readonly string[]): Promise<Key[]> {
  if (revoked.length === 0) return [...keys]
  const prints = await Promise.all(keys.map(thumbprint))
  return keys.filter((_, index) => !revoked.includes(prints[index] ?? ''))
}
