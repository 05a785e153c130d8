import { nameKey, plain } from '../shared/name-key.ts'
import type { PersonName } from '../shared/names.ts'
import { lookUpKey } from '../vault/pseudonyms.ts'
import type { Vault } from '../vault/vault.ts'
import type { Identity } from './claims.ts'

/** Keyed hashes by which a report about somebody else is found, by whoever knows the same of them. */
export interface FoundBy {
  /** Name and birth date. */
  keys: Buffer[]
  /** Documents and postcodes: one of them tells this person from others of that name and birth date. */
  proofs: Buffer[]
}

/** By which reports about this person are found: each name that they had, each document, each postcode. */
export const foundBy = (
  vault: Vault,
  { names, birthDate, passports, drivingPermits, addresses }: Identity,
): FoundBy => ({
  keys: names.map((name) => lookUpKey(vault, 'person', personText(name, birthDate))),
  proofs: proofsOf(vault, {
    passport: passports.map(({ documentNumber }) => documentNumber),
    driver: drivingPermits.map(({ personalNumber }) => personalNumber),
    postcode: addresses.flatMap(({ postalCode }) => postalCode ?? []),
  }),
})

export const personText = (name: PersonName, birthDate: string) => `${nameKey(name)}\0${birthDate}`

export const proofsOf = (vault: Vault, values: Record<'passport' | 'driver' | 'postcode', readonly string[]>) =>
  Object.entries(values).flatMap(([kind, texts]) =>
    texts.map((text) => lookUpKey(vault, 'proof', `${kind}\0${plain(text)}`)),
  )
