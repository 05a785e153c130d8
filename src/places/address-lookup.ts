import type { PostalAddress } from '../shared/address.ts'

/** One property. No two of one answer share a UPRN, so a UPRN can stand for the citizen's choice. */
export interface FoundAddress {
  address: PostalAddress
  /** The same property in Welsh, where it has a Welsh address of its own: either may be shown and kept. */
  welsh?: PostalAddress
  /** GSS codes of all councils serving it: one, or district and county. Empty when not known: ask the citizen. */
  councils: string[]
}

export type Lookup = { kind: 'found'; addresses: FoundAddress[] } | { kind: 'unavailable' }

/** The port to an address service. It never throws: people can always type their address instead. */
export interface AddressLookup {
  /** @param postcode in its normal form, `LS8 5DR`. A postcode that nobody knows is found, with no addresses. */
  findByPostcode(postcode: string): Promise<Lookup>
}
