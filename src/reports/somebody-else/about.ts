import type { About } from '../../catalogue/life-event.ts'
import { personText, proofsOf, type FoundBy } from '../../identity/found-by.ts'
import { lookUpKey } from '../../vault/pseudonyms.ts'
import type { Vault } from '../../vault/vault.ts'

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
