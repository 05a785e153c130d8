import type { About } from '../../catalogue/life-event.ts'
import type { Identity } from '../../identity/claims.ts'
import type { PersonName } from '../../shared/names.ts'
import { nameKey, plain } from '../../shared/name-key.ts'
import { lookUpKey } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'

/** Keyed hashes by which a report about somebody else is found, by whoever knows the same of them. */
export interface FoundBy {
  /** Name and birth date. */
  keys: Buffer[]
  /** Documents and postcodes: one of them tells this person from others of that name and birth date. */
  proofs: Buffer[]
}

/** In clear, for the person that it is about. It says of what kind the reporter is, never who. */
export interface Provenance {
  relationship: string
  proof: 'proved-identity' | 'registrar-reference'
}

/** Whom a report is about, when that is not who reports it. */
export interface AboutSomebody extends FoundBy {
  matter: Buffer
  provenance: Provenance
}

export function aboutSomebody(vault: Vault, about: About, proved: boolean): AboutSomebody {
  const { names, birthDate, passportNumbers, driverNumbers, postcodes, date, relationship } = about
  const who = names.map((name) => personText(name, birthDate))
  return {
    keys: who.map((person) => lookUpKey(vault, 'person', person)),
    proofs: proofsOf(vault, { passport: passportNumbers, driver: driverNumbers, postcode: postcodes }),
    matter: lookUpKey(vault, 'matter', [...who, date].join('\0')),
    provenance: { relationship, proof: proved ? 'proved-identity' : 'registrar-reference' },
  }
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

const personText = (name: PersonName, birthDate: string) => `${nameKey(name)}\0${birthDate}`

const proofsOf = (vault: Vault, values: Record<'passport' | 'driver' | 'postcode', readonly string[]>) =>
  Object.entries(values).flatMap(([kind, texts]) =>
    texts.map((text) => lookUpKey(vault, 'proof', `${kind}\0${plain(text)}`)),
  )
