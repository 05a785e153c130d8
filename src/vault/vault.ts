import type { KeyObject } from 'node:crypto'
import { deriveKey, type Keyring } from './keyring.ts'
import { KeyMissing, open, seal, type Place } from './sealing.ts'

/** The keys that never reach the database: those that wrap data keys and those that make pseudonyms. */
export interface Vault {
  dataKeys: Keyring
  pseudonymKeys: Keyring
}

/**
 * Seals what belongs to no subject (a receiver's authorization header, a session's ID token) straight under the
 * current key-encryption key, whose id stands in front.
 */
export function sealSetting(vault: Vault, value: unknown, place: Place): Buffer {
  const { current } = vault.dataKeys
  const id = Buffer.from(current.id, 'utf8')
  return Buffer.concat([Buffer.of(id.length), id, seal(settingKey(vault, current.id), value, place)])
}

export function openSetting<Value>(vault: Vault, sealed: Buffer, place: Place): Value {
  const id = settingKeyId(sealed)
  return open<Value>(settingKey(vault, id), sealed.subarray(1 + Buffer.byteLength(id)), place)
}

/** The key-encryption key that a setting is sealed under. */
export function settingKeyId(sealed: Buffer): string {
  const length = sealed[0] ?? 0
  return sealed.subarray(1, 1 + length).toString('utf8')
}

function settingKey(vault: Vault, id: string): KeyObject {
  const wrapping = vault.dataKeys.byId.get(id)
  if (!wrapping) throw new KeyMissing(id)
  return deriveKey(wrapping, 'settings')
}
