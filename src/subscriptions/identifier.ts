import { createHash } from 'node:crypto'
import { numberFormats, type NumberName } from '../catalogue/matching-numbers.ts'
import { lookUpKey } from '../vault/pseudonyms.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * By which a body can list a person, in one form however it is written. A number counts with the birth date alone: who
 * types somebody else's number into a report, by mistake or to see who is told, is not taken for them.
 */
export type Identifier =
  | { format: 'opaque'; id: string }
  | { format: 'email'; email: string }
  | { format: 'phone_number'; phone_number: string }
  | { format: 'uk-number'; type: NumberName; number: string; birth_date: string }

/** By which an identifier can be found again, but not read or guessed. 32 bytes. */
export const identifierHash = (vault: Vault, identifier: Identifier): Buffer =>
  lookUpKey(vault, 'interest', JSON.stringify(partsOf(identifier)))

/** As it stands in one body's list, and in no other's. The same is worked out in SQL. */
export const listedHash = (agencyId: string, identifier: Buffer): Buffer =>
  createHash('sha256').update(`${agencyId}\0`).update(identifier).digest()

export const opaqueIdentifier = (id: string): Identifier => ({ format: 'opaque', id })

/** Upper and lower case are one mailbox almost everywhere, and nobody remembers which they wrote. */
export const emailIdentifier = (email: string): Identifier => ({
  format: 'email',
  email: email.trim().normalize('NFC').toLowerCase(),
})

/** E.164 (RFC 9493, section 3.2.6); a number without its country is a British one. Undefined for what is no number. */
export function phoneIdentifier(text: string): Identifier | undefined {
  const plain = text.replace(/[\s().-]/g, '')
  const international = plain.replace(/^00/, '+').replace(/^0/, '+44')
  return /^\+[1-9]\d{6,14}$/.test(international) ? { format: 'phone_number', phone_number: international } : undefined
}

/** Undefined for a number that cannot be one of its type. */
export function numberIdentifier(type: NumberName, text: string, birthDate: string): Identifier | undefined {
  const number = numberFormats[type](text)
  return number === undefined ? undefined : { format: 'uk-number', type, number, birth_date: birthDate }
}

function partsOf(identifier: Identifier): string[] {
  switch (identifier.format) {
    case 'opaque':
      return ['opaque', identifier.id]
    case 'email':
      return ['email', identifier.email]
    case 'phone_number':
      return ['phone_number', identifier.phone_number]
    case 'uk-number':
      return ['uk-number', identifier.type, identifier.number, identifier.birth_date]
  }
}
