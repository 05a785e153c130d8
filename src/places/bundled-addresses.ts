import { normalPostcode } from '../shared/address.ts'
import type { AddressLookup } from './address-lookup.ts'
import { addressList } from './bundled-address-list.ts'

/** A few streets that travel with the code, for machines without an address service. */
export const bundledAddresses: AddressLookup = {
  findByPostcode: (postcode) => {
    const wanted = normalPostcode(postcode)
    const addresses = addressList.filter(({ address }) => address.postalCode === wanted)
    return Promise.resolve({ kind: 'found', addresses })
  },
}
