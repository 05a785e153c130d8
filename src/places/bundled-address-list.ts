import type { PostalAddress } from '../shared/address.ts'
import type { FoundAddress } from './address-lookup.ts'

interface Street {
  /** What all its addresses share. */
  address: PostalAddress
  /** The same in Welsh. */
  welsh?: PostalAddress
  /** GSS codes. */
  councils: string[]
  premises: readonly Premises[]
}

type Premises = readonly [uprn: number, own: PostalAddress, ownInWelsh?: PostalAddress]

const LEEDS = ['E08000035']
const CARDIFF = ['W06000015']
const CAMBRIDGE = ['E07000008', 'E10000003']
const SOUTH_CAMBRIDGESHIRE = ['E07000012', 'E10000003']
const BRISTOL = ['E06000023']
const SOUTH_GLOUCESTERSHIRE = ['E06000025']
const EDINBURGH = ['S12000036']
const BELFAST = ['N09000003']

/** Streets in the form of Royal Mail's addresses. The houses, the people and the numbers are made up. */
const streets: readonly Street[] = [
  {
    address: { streetName: 'Harehills Lane', addressLocality: 'Leeds', postalCode: 'LS8 5DR' },
    councils: LEEDS,
    premises: [
      [72000000008, { buildingNumber: '8' }],
      [72000000010, { buildingNumber: '10' }],
      [72000000012, { buildingNumber: '12' }],
      [72000000014, { buildingNumber: '14' }],
      [72000000161, { subBuildingName: 'Flat 1', buildingNumber: '16' }],
      [72000000162, { subBuildingName: 'Flat 2', buildingNumber: '16' }],
      [72000000018, { organisationName: 'Harehills Lane Pharmacy', buildingNumber: '18' }],
    ],
  },
  {
    address: { streetName: 'Otley Road', addressLocality: 'Leeds', postalCode: 'LS6 3AA' },
    councils: LEEDS,
    premises: [
      [72000000300, { organisationName: 'Headingley Bakery', buildingNumber: '2' }],
      [72000000302, { subBuildingName: 'Flat 1', buildingNumber: '4' }],
      [72000000303, { subBuildingName: 'Flat 2', buildingNumber: '4' }],
      [72000000304, { subBuildingName: 'Flat 3', buildingNumber: '4' }],
      [72000000306, { buildingNumber: '6' }],
      [72000000307, { buildingNumber: '6A' }],
    ],
  },
  {
    address: { streetName: 'Roundhay Road', addressLocality: 'Leeds', postalCode: 'LS7 1AB' },
    councils: LEEDS,
    premises: [
      [72000000104, { buildingNumber: '4' }],
      [72000000106, { buildingNumber: '6' }],
      [72000000108, { buildingNumber: '8' }],
      [72000000110, { buildingNumber: '10' }],
      [72000000112, { buildingName: 'The Old Chapel' }],
    ],
  },
  {
    address: { streetName: 'Victoria Road', addressLocality: 'Leeds', postalCode: 'LS6 1DT' },
    councils: LEEDS,
    premises: [
      [72000000040, { buildingNumber: '40' }],
      [72000000042, { buildingNumber: '42' }],
      [72000000044, { buildingNumber: '44' }],
      [72000000046, { buildingName: 'Ivy House', buildingNumber: '46' }],
      [72000000481, { subBuildingName: 'Basement Flat', buildingNumber: '48' }],
    ],
  },
  {
    address: { streetName: 'Heol y Deri', addressLocality: 'Cardiff', postalCode: 'CF14 6HF' },
    welsh: { streetName: 'Heol y Deri', addressLocality: 'Caerdydd', postalCode: 'CF14 6HF' },
    councils: CARDIFF,
    premises: [
      [100100000023, { buildingNumber: '23' }],
      [100100000025, { buildingNumber: '25' }],
      [100100000027, { buildingNumber: '27' }],
      [100100000029, { buildingNumber: '29' }],
      [100100000031, { buildingName: 'Y Dderwen', buildingNumber: '31' }],
    ],
  },
  {
    address: { streetName: 'Cathedral Road', addressLocality: 'Cardiff', postalCode: 'CF11 9LL' },
    welsh: { streetName: 'Heol y Gadeirlan', addressLocality: 'Caerdydd', postalCode: 'CF11 9LL' },
    councils: CARDIFF,
    premises: [
      [100100000501, { buildingNumber: '101' }],
      [100100000503, { buildingNumber: '103' }],
      [
        100100000505,
        { subBuildingName: 'Flat 1', buildingNumber: '105' },
        { subBuildingName: 'Fflat 1', buildingNumber: '105' },
      ],
      [
        100100000506,
        { subBuildingName: 'Flat 2', buildingNumber: '105' },
        { subBuildingName: 'Fflat 2', buildingNumber: '105' },
      ],
      [
        100100000507,
        { organisationName: 'Pontcanna Dental Surgery', buildingNumber: '107' },
        { organisationName: 'Deintyddfa Pontcanna', buildingNumber: '107' },
      ],
    ],
  },
  {
    address: { streetName: 'Mill Road', addressLocality: 'Cambridge', postalCode: 'CB1 2AD' },
    councils: CAMBRIDGE,
    premises: [
      [200004000001, { organisationName: 'Mill Road Cycles', buildingNumber: '1' }],
      [200004000003, { buildingNumber: '3' }],
      [200004000005, { buildingNumber: '5' }],
      [200004000007, { subBuildingName: 'Flat A', buildingNumber: '7' }],
      [200004000008, { subBuildingName: 'Flat B', buildingNumber: '7' }],
    ],
  },
  {
    address: {
      dependentStreetName: 'Chapel Court',
      streetName: 'Mill Lane',
      dependentAddressLocality: 'Histon',
      addressLocality: 'Cambridge',
      postalCode: 'CB24 9XH',
    },
    councils: SOUTH_CAMBRIDGESHIRE,
    premises: [
      [200004000901, { buildingNumber: '1' }],
      [200004000902, { buildingNumber: '2' }],
      [200004000903, { buildingName: 'Rose Cottage' }],
    ],
  },
  {
    address: { streetName: 'Park Street', addressLocality: 'Bristol', postalCode: 'BS1 5JD' },
    councils: BRISTOL,
    premises: [
      [303000031, { organisationName: 'Park Street Books', buildingNumber: '31' }],
      [303000033, { subBuildingName: 'First Floor Flat', buildingNumber: '33' }],
      [303000034, { subBuildingName: 'Second Floor Flat', buildingNumber: '33' }],
      [303000035, { buildingNumber: '35' }],
    ],
  },
  // The street crosses from one council's area into the other's half-way along one postcode.
  {
    address: { streetName: 'Filton Avenue', addressLocality: 'Bristol', postalCode: 'BS7 0YF' },
    councils: BRISTOL,
    premises: [
      [303000562, { buildingNumber: '562' }],
      [303000564, { buildingNumber: '564' }],
      [303000566, { buildingNumber: '566' }],
    ],
  },
  {
    address: { streetName: 'Filton Avenue', addressLocality: 'Bristol', postalCode: 'BS7 0YF' },
    councils: SOUTH_GLOUCESTERSHIRE,
    premises: [
      [506000568, { buildingNumber: '568' }],
      [506000570, { buildingNumber: '570' }],
    ],
  },
  {
    address: { streetName: 'Marchmont Road', addressLocality: 'Edinburgh', postalCode: 'EH9 1HF' },
    councils: EDINBURGH,
    premises: [
      [906000141, { subBuildingName: '1F1', buildingNumber: '14' }],
      [906000142, { subBuildingName: '1F2', buildingNumber: '14' }],
      [906000143, { subBuildingName: '2F1', buildingNumber: '14' }],
      [906000016, { organisationName: 'Marchmont Road Post Office', buildingNumber: '16' }],
    ],
  },
  {
    address: { streetName: 'Botanic Avenue', addressLocality: 'Belfast', postalCode: 'BT7 1JQ' },
    councils: BELFAST,
    premises: [
      [185000061, { buildingNumber: '61' }],
      [185000063, { buildingNumber: '63' }],
      [185000065, { subBuildingName: 'Apartment 4', buildingName: 'Botanic House', buildingNumber: '65' }],
    ],
  },
]

export const addressList: readonly FoundAddress[] = streets.flatMap((street) =>
  street.premises.map((premises) => foundAddress(street, premises)),
)

function foundAddress(street: Street, [uprn, own, ownInWelsh]: Premises): FoundAddress {
  const whole = (premises: PostalAddress, shared: PostalAddress) => ({
    uprn,
    ...premises,
    ...shared,
    addressCountry: 'GB',
  })
  return {
    address: whole(own, street.address),
    ...(street.welsh ? { welsh: whole(ownInWelsh ?? own, street.welsh) } : {}),
    councils: street.councils,
  }
}
