import { createHmac, type KeyObject } from 'node:crypto'
import { deriveKey, type VersionedKey } from '../vault/keyring.ts'
import type { Vault } from '../vault/vault.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * Of a record as a body sent it, which may name an officer or a case: keyed, because a plain hash beside the rest in
 * clear would let somebody try case numbers until one fits.
 */
export const contentHash = (vault: Vault, sent: unknown): Buffer => hashUnder(vault.pseudonymKeys.current, sent)

/** Under any key that is still kept: a body that sends a record again after a rotation sends the same record. */
export function isSameContent(vault: Vault, sent: unknown, hash: Buffer): boolean {
  return [...vault.pseudonymKeys.byId.values()].some((key) => hashUnder(key, sent).equals(hash))
}

const hashUnder = (key: VersionedKey, sent: unknown) =>
  createHmac('sha256', contentKey(key)).update(canonicalJson(sent)).digest()

// Deriving it costs more than the hash it is for.
const contentKeys = new WeakMap<VersionedKey, KeyObject>()

function contentKey(key: VersionedKey): KeyObject {
  const known = contentKeys.get(key) ?? deriveKey(key, 'access-record-content')
  contentKeys.set(key, known)
  return known
}
