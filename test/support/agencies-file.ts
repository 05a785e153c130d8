import { generateKeyPairSync } from 'node:crypto'

// A builder states what is remarkable; the rest is a council that takes part in the plainest way.
type Entry = Record<string, unknown>

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** A public key as an agency would give it. */
export const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid: 'test-1', use: 'sig', alg: 'ES256' }

export const agencyEntry = (remarkable: Entry = {}): Entry => ({
  id: 'leeds-city-council',
  name: { en: 'Leeds City Council', cy: 'Cyngor Dinas Leeds' },
  cluster: 'human-services',
  jwks: { keys: [publicJwk] },
  streams: [streamEntry()],
  agreements: [agreementEntry()],
  ...remarkable,
})

export const streamEntry = (remarkable: Entry = {}): Entry => ({
  method: 'push',
  endpoint_url: 'https://events.leeds.gov.uk/set',
  ...remarkable,
})

export const agreementEntry = (remarkable: Entry = {}): Entry => ({
  id: 'leeds-address',
  purpose: { en: 'Bill the right household for Council Tax', cy: 'Bilio’r aelwyd gywir am y Dreth Gyngor' },
  legal_basis: '6(1)(e)',
  power: 'https://www.legislation.gov.uk/ukpga/1992/14/schedule/2',
  events: [{ type: 'change-of-address', fields: ['names', 'new_address', 'move_date'] }],
  ...remarkable,
})

export const fileOf = (...agencies: Entry[]) => ({ agencies })
