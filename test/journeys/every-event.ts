import type { Facts } from '../../src/catalogue/life-event.ts'

const named = (given: string, family: string) => [
  {
    nameParts: [
      { type: 'GivenName', value: given },
      { type: 'FamilyName', value: family },
    ],
  },
]

const home = { uprn: 72000000012, buildingNumber: '12', streetName: 'Harehills Lane', postalCode: 'LS8 5DR' }
const elsewhere = { buildingNumber: '27', streetName: 'Heol y Deri', postalCode: 'CF14 6HF' }
const spouse = { names: named('Daniel', 'Okafor'), birth_date: '1986-02-03' }
const time = '2026-11-20T10:00:00.000Z'

/** Of Amira, with every number that any body could find her by. */
const reporter: Facts = {
  names: named('Amira', 'Hassan'),
  birth_date: '1988-05-14',
  address: home,
  contact: { email: 'amira.hassan@example.com', phone: '+447700900101' },
  national_insurance_number: 'QQ123456C',
  driver_number: 'HASSA855148A99XY',
  vehicle_registration: 'YK19WBF',
  log_book_reference: '12345678901',
  council_tax_account: '7701234',
  customer_reference_number: '20071234567',
  handle_with_care: true,
}

const { address: _address, ...mover } = reporter

/** One of each life event, with all that can be said of it. */
export const reports: Record<string, Facts> = {
  death: {
    names: named('Margaret', 'Fielding'),
    birth_date: '1951-09-30',
    address: { buildingNumber: '5', streetName: 'Mill Road', postalCode: 'CB1 2AD' },
    contact: { phone: '+447700900104' },
    handle_with_care: true,
    deceased_names: named('Arthur James', 'Fielding'),
    deceased_birth_date: '1948-04-02',
    deceased_address: { buildingNumber: '5', streetName: 'Mill Road', postalCode: 'CB1 2AD' },
    death_date: '2026-10-30',
    place_of_death: { kind: 'hospital', name: 'Addenbrooke’s, Cambridge', stay_28_days: false },
    reporter_relationship: 'partner',
    executor: { names: named('Margaret', 'Fielding') },
    surviving_partner: { names: named('Margaret', 'Fielding'), birth_date: '1951-09-30' },
    next_of_kin: { names: named('Margaret', 'Fielding') },
    deceased_national_insurance_number: 'QQ123456A',
    deceased_benefits: ['state-pension'],
    deceased_council_services: ['council-tax', 'blue-badge'],
    deceased_driver_number: 'FIELD404028AJ9DE',
    deceased_vehicles: [{ registration: 'AJ17FLD', motability: false, personalised_number_kept: false }],
    deceased_passport_number: '501948402',
    passport_keepsake: false,
    deceased_pensions_armed_forces: [{ scheme: 'armed-forces', number: 'AF123' }],
    deceased_pensions_civil_service: [{ scheme: 'civil-service', number: 'CS123' }],
    deceased_pensions_local_government: [{ scheme: 'local-government', number: 'LG123' }],
    deceased_pensions_nhs: [{ scheme: 'nhs', number: 'NHS123' }],
    deceased_pensions_other: [{ scheme: 'other', number: 'OP123' }],
    deceased_pensions_teachers: [{ scheme: 'teachers', number: 'TP123' }],
    registration_reference: 'TU00A1B2C3',
    permission_given_at: time,
  },
  'change-of-address': {
    ...mover,
    new_address: elsewhere,
    old_address: home,
    move_date: '2026-11-20',
    moving_with: [{ names: named('Iris', 'Hassan') }],
  },
  'change-of-name': {
    ...reporter,
    old_names: named('Amira', 'Hassan'),
    new_names: named('Amira', 'Okafor'),
    change_date: '2026-11-01',
    reason: 'marriage',
    evidence_reference: 'MXJ 123456',
  },
  birth: {
    ...reporter,
    child_names: named('Iris', 'Hassan'),
    child_sex: 'female',
    child_birth_date: '2026-11-15',
    place_of_birth: 'Leeds',
    registration_reference: '123456789',
    other_parent: spouse,
    permission_given_at: time,
    claiming_child_benefit: 'me',
  },
  marriage: {
    ...reporter,
    kind: 'marriage',
    ceremony_date: '2026-11-14',
    ceremony_place: 'Leeds Town Hall',
    registration_reference: '123456789',
    partner: spouse,
    partner_consented_at: time,
    name_changes: true,
  },
  separation: {
    ...reporter,
    kind: 'divorce',
    separation_date: '2026-11-14',
    order_reference: 'LS23D00123',
    former_partner: spouse,
    children_live_with: 'me',
    name_changes: false,
  },
  work: {
    ...reporter,
    kind: 'income-changed',
    change_date: '2026-11-14',
    employers: [{ name: 'Harehills Bakery', paye_reference: '123/A456' }],
    hours_band: 'under-16',
    pay_band: 'up-to-7400',
    income_change: 'less',
    children_at_school: [{ names: named('Iris', 'Hassan'), school: 'Harehills Primary School' }],
  },
  caring: {
    ...reporter,
    kind: 'started',
    change_date: '2026-11-14',
    cared_for: { names: named('Samir', 'Hassan'), birth_date: '1950-01-01', address: home },
    cared_for_consented_at: time,
    hours_band: '35-or-more',
    gets_benefit: 'attendance-allowance',
  },
  health: {
    ...reporter,
    conditions: ['epilepsy', 'mobility'],
    driving_conditions: ['epilepsy'],
    condition_since: '2026-09',
    drives: true,
    affects_daily_life: true,
    affects_mobility: true,
  },
  'contact-details': {
    ...reporter,
    new_phone: '+447700900111',
    new_email: 'amira@example.com',
    preferred_language: 'welsh',
    preferred_format: 'large-print',
  },
  'leaving-or-returning': {
    ...reporter,
    kind: 'leaving',
    travel_date: '2026-12-20',
    country: 'ES',
    plans_to_return: true,
    expected_return: '2028',
    forwarding_address: { addressLocality: 'Sevilla', addressCountry: 'ES' },
  },
}
