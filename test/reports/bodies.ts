import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import type { House } from '../support/house.ts'

export const LEEDS = 'E08000035'

type Entry = Record<string, unknown>

const agreement = (id: string, fields: string[], remarkable: Entry = {}) =>
  agreementEntry({ id, events: [{ type: 'change-of-address', fields }], ...remarkable })

const body = (id: string, name: string, agreements: Entry[], remarkable: Entry = {}) =>
  agencyEntry({ id, name: { en: name, cy: `${name} (Cymru)` }, illustration: true, agreements, ...remarkable })

export const revenue = (remarkable: Entry = {}) =>
  body('revenue', 'Revenue', [
    agreement('revenue-address', ['names', 'birth_date', 'new_address', 'old_address', 'move_date'], {
      purpose: { en: 'Send tax letters to the right place', cy: 'Anfon llythyrau treth i’r lle cywir' },
      effect: { en: 'It will change your tax record.', cy: 'Bydd yn newid eich cofnod treth.' },
      matching: ['national_insurance_number', 'names', 'birth_date'],
      usual_days: 5,
      ...remarkable,
    }),
  ])

const licences = body('licences', 'Licences', [
  agreement('licence-address', ['names', 'new_address'], {
    matching: ['driver_number'],
    power: 'Road Traffic Act 1988, section 99',
  }),
])

const loans = body('loans', 'Loans', [
  agreement('loans-address', ['names', 'new_address', 'contact'], { legal_basis: '6(1)(a)', choice: 'optional' }),
])

const grownUps = body('pensions', 'Pensions', [
  agreement('pensions-address', ['names', 'new_address'], {
    minimum_age: 18,
    matching: ['customer_reference_number'],
  }),
])

const leeds = body(
  'leeds',
  'Leeds Council',
  [agreement('leeds-address', ['names', 'new_address', 'moving_with'], { matching: ['council_tax_account'] })],
  { routing: { areas: [LEEDS] } },
)

/** Five bodies: nationwide ones, one that a citizen can keep out, one for adults only, one council. */
export const bodies = (remarkable: Entry = {}) => fileOf(revenue(remarkable), licences, loans, grownUps, leeds)

export const applyBodies = (house: House, file = bodies()) =>
  applyAgenciesFile(house.database.worker, house.config.vault, file, {
    lifeEvents,
    allowLoopback: false,
    now: house.clock(),
  })
