import { createHmac, type KeyObject } from 'node:crypto'
import { deriveKey, type VersionedKey } from './keyring.ts'
import type { NationalType } from './national-identifier.ts'
import type { Vault } from './vault.ts'

/**
 * What a reference to a subject is made from: our own account ids, national identifiers of records; for a person whom
 * somebody else has reported something about, the id of that report.
 */
export type IdType = 'account' | 'one-login-sub' | 'reported' | NationalType

/**
 * The keyed hash by which a subject is known inside: HMAC-SHA-256 over id type and id. A plain hash could be guessed
 * by trying every number. 32 bytes.
 */
export function subjectRef(vault: Vault, idType: IdType, id: string): Buffer {
  return hmac(derived(vault.pseudonymKeys.current, 'subjects'), `${idType}\0${id}`)
}

export type PairwiseKind = 'person' | 'transaction' | 'officer'

/**
 * What one agency sees instead of a person or a report, and what stands for one of its own staff in the log: opaque,
 * stable for that agency, and unlike any other agency's for the same person, so that two agencies cannot join their
 * files through us. Base64url, 22 characters (132 bits).
 */
export function pairwise(vault: Vault, agencyId: string, kind: PairwiseKind, id: Buffer | string): string {
  const key = derived(vault.pseudonymKeys.current, `pairwise/${kind}/${agencyId}`)
  return hmac(key, id).toString('base64url').slice(0, 22)
}

export type LookUp = 'person' | 'proof' | 'matter' | 'interest' | 'cursor' | 'concern' | 'asked-twice'

/** What a report about somebody else is found by again, without being able to read there who that is. 32 bytes. */
export const lookUpKey = (vault: Vault, lookUp: LookUp, text: string): Buffer =>
  hmac(derived(vault.pseudonymKeys.current, `look-up/${lookUp}`), text)

const hmac = (key: KeyObject, data: Buffer | string) => createHmac('sha256', key).update(data).digest()

// HKDF costs more than the HMAC it is for, and the purposes are few: one per agency and kind.
const derivedKeys = new WeakMap<VersionedKey, Map<string, KeyObject>>()

function derived(from: VersionedKey, purpose: string): KeyObject {
  const known = derivedKeys.get(from) ?? new Map<string, KeyObject>()
  derivedKeys.set(from, known)
  const key = known.get(purpose) ?? deriveKey(from, purpose)
  known.set(purpose, key)
  return key
}
