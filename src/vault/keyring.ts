import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** A 256-bit secret with the id that stands beside everything made with it. */
export interface VersionedKey {
  id: string
  key: KeyObject
}

/** Keys of one kind: the current one makes, the older ones can still open. */
export interface Keyring {
  current: VersionedKey
  byId: ReadonlyMap<string, VersionedKey>
}

/**
 * Reads `id:base64,id:base64`, the current key first (the form of `DATA_KEYS` and `PSEUDONYM_KEYS`).
 *
 * @throws Error in words for the operator when an entry has no id, is not 32 bytes or stands twice; never with the key.
 */
export function parseKeyring(text: string): Keyring {
  const keys = text.split(',').map((entry) => parseKey(entry.trim()))
  const [current] = keys
  if (!current) throw new Error('needs at least one key')
  const byId = new Map(keys.map((key) => [key.id, key]))
  if (byId.size !== keys.length) throw new Error('names the same key id twice')
  return { current, byId }
}

/** A key for one purpose, so that no two purposes share bytes (HKDF-SHA-256, RFC 5869). */
export function deriveKey(from: VersionedKey, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', from.key, Buffer.alloc(0), `tell-us-once/v1/${purpose}`, 32)))
}

function parseKey(entry: string): VersionedKey {
  const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry) ?? []
  if (!id || !encoded) throw new Error('must be written id:base64,id:base64, the current key first')
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== 32) throw new Error(`key ${id} must have 32 random bytes, in base64`)
  return { id, key: createSecretKey(bytes) }
}
