import { expect, test } from 'vitest'
import { eventTypeUri, findLifeEvent, lifeEvents } from '../../src/catalogue/catalogue.ts'
import { dataCategories } from '../../src/catalogue/data-category.ts'
import type { Known } from '../../src/catalogue/known.ts'
import { named } from './reported.ts'

const event = findLifeEvent('change-of-address')!

const HAREHILLS = { uprn: 72000000012, buildingNumber: '12', streetName: 'Harehills Lane', postalCode: 'LS8 5DR' }
const MILL = { buildingNumber: '5', streetName: 'Mill Road', postalCode: 'CB1 2AD' }

const known: Known = {
  identity: {
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: 'Grace' },
          { type: 'FamilyName', value: 'Whitfield' },
        ],
        validFrom: '2009-07-18',
      },
      {
        nameParts: [
          { type: 'GivenName', value: 'Grace' },
          { type: 'FamilyName', value: 'O’Donnell' },
        ],
        validUntil: '2009-07-18',
      },
    ],
    birthDate: '1975-11-23',
    addresses: [],
    drivingPermits: [],
    passports: [],
    phone: '+447700900102',
  },
  proved: true,
  kept: {},
  numbers: {},
  wanted: [],
  today: '2026-11-22',
}

const given = {
  when: '2026-12-01',
  'new-address-by-hand': { address: MILL, councils: ['E07000008', 'E10000003'] },
  'held-old-address': {
    confirmed: true,
    address: HAREHILLS,
    councils: ['E08000035'],
  },
  children: {
    items: [
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Iris Ann' },
              { type: 'FamilyName', value: 'Whitfield' },
            ],
          },
        ],
        'birth-date': '2019-05-03',
      },
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Owen' },
              { type: 'FamilyName', value: 'Whitfield' },
            ],
          },
        ],
      },
    ],
    complete: true,
  },
  safety: 'yes',
  'national-insurance-number': 'AB123456C',
  'council-tax-account': '7712345',
}

test('facts have what was told and nothing else: no dates of validity, no earlier name, no nulls', () => {
  const facts = event.parseFacts(event.facts(given, known))
  expect(facts).toEqual({
    names: [{ nameParts: known.identity.names[0]!.nameParts }],
    birth_date: '1975-11-23',
    new_address: MILL,
    old_address: HAREHILLS,
    move_date: '2026-12-01',
    moving_with: [
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Iris Ann' },
              { type: 'FamilyName', value: 'Whitfield' },
            ],
          },
        ],
        birth_date: '2019-05-03',
      },
      {
        names: [
          {
            nameParts: [
              { type: 'GivenName', value: 'Owen' },
              { type: 'FamilyName', value: 'Whitfield' },
            ],
          },
        ],
      },
    ],
    contact: { phone: '+447700900102' },
    handle_with_care: true,
    national_insurance_number: 'AB123456C',
    council_tax_account: '7712345',
  })
})

test('the councils of both addresses are concerned, each once; a person’s own answer counts where none was found', () => {
  expect(event.areas(given, known)).toEqual(['E07000008', 'E10000003', 'E08000035'])
  const asked = { ...given, 'new-address-by-hand': { address: MILL }, 'new-council': ['E08000035'] }
  expect(event.areas(asked, known)).toEqual(['E08000035'])
})

test('safety goes with the report', () => {
  expect(event.safety(given)).toBe(true)
  expect(event.safety({ ...given, safety: 'no' })).toBe(false)
})

test('a Council Tax account is kept for the council that gave it', () => {
  expect(event.numbers(given, known)).toEqual({
    national_insurance_number: 'AB123456C',
    'council_tax_account/E08000035': '7712345',
  })
})

test.each([
  [
    'with somewhere for post',
    { 'post-address': { address: MILL } },
    { ...MILL, noFixedAddress: true },
    'No fixed address|Post goes to:|5 Mill Road|CB1 2AD',
  ],
  ['with nowhere', {}, { noFixedAddress: true }, 'No fixed address'],
])('no fixed address, %s', (_what, more, address, shown) => {
  const facts = event.parseFacts(event.facts({ when: '2026-12-01', 'new-kind': 'no-fixed-address', ...more }, known))
  expect(facts['new_address']).toEqual(address)
  expect(facts).not.toHaveProperty('old_address')
  expect(event.fields['new_address']?.show(facts['new_address'], 'en').join('|')).toBe(shown)
})

test('values are shown in the reader’s language; a value of another shape shows nothing', () => {
  const { fields } = event
  const abroad = { streetName: 'Hauptstrasse', addressLocality: 'Bonn', addressCountry: 'DE' }
  expect(fields['new_address']?.show(abroad, 'cy')).toEqual(['Hauptstrasse', 'Bonn', 'Yr Almaen'])
  expect(fields['move_date']?.show('2026-12-01', 'cy')).toEqual(['1 Rhagfyr 2026'])
  expect(fields['moving_with']?.show(event.facts(given, known)['moving_with'], 'en')).toEqual([
    'Iris Ann Whitfield, 3 May 2019',
    'Owen Whitfield',
  ])
  expect(fields['contact']?.show({ email: 7 }, 'en')).toEqual([])
  expect(fields['driver_number']?.show('not one', 'en')).toEqual([])
})

test.each<[string, Record<string, unknown>]>([
  ['an unknown field', { shoe_size: 9 }],
  ['a date that is not one', { move_date: '2026-02-30' }],
  ['a null', { old_address: null }],
  ['an unknown part of an address', { new_address: { ...MILL, floor: '2' } }],
  ['a number that cannot be one', { national_insurance_number: 'BG123456C' }],
  ['a missing name', { names: [] }],
])('a report is never stored with %s', (_what, wrong) => {
  expect(() => event.parseFacts({ ...event.facts(given, known), ...wrong })).toThrow()
})

test.each(lifeEvents.map((each) => [each.type, each] as const))('%s is whole in both languages', (_type, each) => {
  const names = each.questions.map(({ name }) => name)
  expect(new Set(names).size, 'names of questions are unique').toBe(names.length)
  expect(names.every((name) => /^[a-z0-9-]+$/.test(name))).toBe(true)
  for (const language of ['en', 'cy'] as const) {
    const titles = each.questions.map(({ words }) => words[language].title)
    expect(new Set(titles).size, 'titles are unique').toBe(titles.length)
    const sections = each.questions.map(({ section }) => each.words[language].sections[section])
    expect(sections.every(Boolean)).toBe(true)
  }
  for (const field of Object.values(each.fields)) expect(dataCategories).toContain(field.category)
  expect(each.schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
  })
  expect(Object.keys(each.schema['properties'] as object)).toEqual([
    ...Object.keys(each.fields),
    'change',
    'original_jti',
    'answer',
    'synthetic',
  ])
  expect(each.schema, 'a body gets some of the fields').not.toHaveProperty('required')
})

test('each question says what its options are, in both languages', () => {
  for (const question of event.questions) {
    if (question.kind !== 'radios' || typeof question.options === 'function') continue
    for (const language of ['en', 'cy'] as const) {
      expect(Object.keys(question.words[language].options), question.name).toEqual([...question.options])
    }
  }
})

test('the type of an event is an address', () => {
  expect(eventTypeUri('https://tell-us-once.example', 'change-of-address')).toBe(
    'https://tell-us-once.example/schemas/events/change-of-address/v1',
  )
})

test('children told of before are offered by name, told if they move, and remembered with those named now', () => {
  const iris = { names: named('Iris Whitfield'), birth_date: '2019-05-03' }
  const grown = { names: named('Rose Whitfield'), birth_date: '2001-01-01' }
  const ivy = { names: named('Ivy Whitfield'), birth_date: '2022-02-02' }
  const kept = { children: [iris, grown, ivy] }
  const question = event.questions.find(({ name }) => name === 'moving-with')
  const options = question?.kind === 'checkboxes' && typeof question.options === 'function' && question.options
  expect(options && options({}, { ...known, kept })).toEqual([
    'Iris Whitfield',
    'Ivy Whitfield',
    'other-children',
    'adults',
    'nobody',
  ])
  const answers = { ...given, 'moving-with': ['Iris Whitfield', 'other-children'] }
  const [first, second] = event.facts(given, known)['moving_with'] as unknown[]
  expect(event.facts(answers, { ...known, kept })['moving_with']).toEqual([iris, first, second])
  expect(event.keeps?.(answers, { ...known, kept })).toMatchObject({ children: [iris, first, second, grown, ivy] })
})
