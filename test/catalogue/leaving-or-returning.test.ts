import { expect, test } from 'vitest'
import { HAREHILLS, known } from '../reports/asking.ts'
import { LEEDS, reported, shown } from './reported.ts'

const TYPE = 'leaving-or-returning'

const BONN = { streetName: 'Hauptstrasse 5', addressLocality: 'Bonn', addressCountry: 'DE' }
const MILL = { buildingNumber: '5', streetName: 'Mill Road', addressLocality: 'Cambridge', postalCode: 'CB1 2AD' }

const leaving = {
  change: 'leaving',
  'travel-date': '2026-12-01',
  'country-to': 'DE',
  'forwarding-kind': 'abroad',
  'forwarding-address-abroad': { address: BONN, councils: [] },
  'coming-back': 'yes',
  'return-date': '2028',
}

const returning = { change: 'returning', 'travel-date': '2026-11-20', 'country-from': 'AU' }

test('who leaves tells where to, since when, where post goes, and when they may be back', () => {
  const { event, facts, parsed, areas, keeps, warnings, handOffs, asked } = reported(TYPE, leaving)
  expect(parsed()).toMatchObject({
    kind: 'leaving',
    travel_date: '2026-12-01',
    country: 'DE',
    address: HAREHILLS,
    forwarding_address: BONN,
    plans_to_return: true,
    expected_return: '2028',
  })
  expect(areas, 'the council that they leave').toEqual([LEEDS])
  expect(keeps).toEqual({ address: { address: BONN, councils: [], from: '2026-12-01' } })
  expect(warnings).toEqual(['benefits', 'nhs-care'])
  expect(handOffs[0]).toContain('p85')
  expect(asked).not.toContain('country-from')
  expect(shown(event, facts)).toMatchObject({ country: 'Germany', expected_return: '2028' })
  expect(shown(event, facts, 'cy')).toMatchObject({ country: 'Yr Almaen' })
})

test('who comes back tells where they will live, and is asked nothing about abroad', () => {
  const { parsed, areas, keeps, warnings, handOffs, asked } = reported(TYPE, returning)
  expect(parsed()).toMatchObject({ kind: 'returning', country: 'AU', address: HAREHILLS })
  expect(parsed()).not.toHaveProperty('forwarding_address')
  expect(asked.filter((name) => /forwarding|country-to|back|return/.test(name))).toEqual([])
  expect(areas).toEqual([LEEDS])
  expect(keeps).toEqual({ address: { address: HAREHILLS, councils: [LEEDS], from: '2026-11-20' } })
  expect(warnings).toEqual([])
  expect(handOffs).toContain('https://www.nhs.uk/service-search/find-a-gp')
})

test.each<[string, Record<string, unknown>]>([
  ['who does not know the address yet', { 'forwarding-kind': 'no-fixed-address' }],
  [
    'whose post goes to a friend',
    { 'forwarding-kind': 'uk', 'forwarding-address-by-hand': { address: MILL, councils: [] } },
  ],
])('of somebody %s no home abroad is remembered', (_who, answers) => {
  const { 'forwarding-address-abroad': _abroad, ...given } = leaving
  expect(reported(TYPE, { ...given, ...answers }).keeps).toEqual({})
})

test('an older person is warned about the State Pension', () => {
  const identity = { ...known().identity, birthDate: '1955-02-01' }
  expect(reported(TYPE, leaving, { identity }).warnings).toEqual(['state-pension', 'nhs-care'])
})

test('who plans no return, or does not know, is not asked when', () => {
  for (const answer of ['no', { unknown: true }]) {
    const { asked, parsed } = reported(TYPE, { ...leaving, 'coming-back': answer })
    expect(asked).not.toContain('return-date')
    expect(parsed()).not.toHaveProperty('expected_return')
  }
})

test('the home that is confirmed is one in the United Kingdom, whatever was reported since', () => {
  const kept = { address: { address: BONN, from: '2025-01-01' } }
  const { event, known: amira, given } = reported(TYPE, returning, { kept })
  const question = event.questions.find(({ name }) => name === 'held-home')
  expect(question?.kind === 'confirm-address' && question.address(given, amira)).toMatchObject(HAREHILLS)
})

test('with no home in the country the council is asked for', () => {
  const identity = { ...known().identity, addresses: [] }
  const answers = { ...returning, 'held-home': undefined, 'home-kind': 'no-fixed-address', 'home-council': [LEEDS] }
  const { asked, areas, parsed, keeps } = reported(TYPE, answers, { identity })
  expect(asked).toContain('home-council')
  expect(areas).toEqual([LEEDS])
  expect(parsed()).not.toHaveProperty('address')
  expect(keeps).toEqual({})
})
