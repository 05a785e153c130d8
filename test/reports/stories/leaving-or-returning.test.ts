import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { LEEDS } from '../bodies.ts'
import { answer, dateFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'leaving-or-returning'
const YESTERDAY = addDays(ukToday(new Date()), -1)
const CAMBRIDGE = 'E07000008'

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    pensions: {
      fields: ['names', 'birth_date', 'kind', 'travel_date', 'country', 'forwarding_address', 'expected_return'],
      matching: ['national_insurance_number'],
    },
    doctors: { fields: ['names', 'kind', 'travel_date'] },
    leeds: { fields: ['names', 'address', 'kind', 'travel_date'], areas: [LEEDS] },
    cambridge: { fields: ['names', 'address', 'kind', 'travel_date'], areas: [CAMBRIDGE] },
  })
})
afterAll(() => street.close())

const leaving = {
  change: { change: 'leaving' },
  safety: { safety: 'no' },
  'travel-date': dateFields('travel-date', YESTERDAY),
  'country-to': { 'country-to': 'DE' },
  'held-home': { 'held-home': 'yes' },
  'forwarding-kind': { 'forwarding-kind': 'abroad' },
  'forwarding-address-abroad': {
    'forwarding-address-abroad-line1': 'Hauptstrasse 5',
    'forwarding-address-abroad-town': 'Bonn',
    'forwarding-address-abroad-country': 'DE',
  },
  'coming-back': { 'coming-back': 'yes' },
  'return-date': {
    'return-date-day': '',
    'return-date-month': '',
    'return-date-year': String(new Date().getFullYear() + 3),
  },
  numbers: { numbers: 'none' },
}

test('Margaret moves to Bonn: her council and the pension service learn it, and comes back to be asked little', async () => {
  const margaret = await street.house.signIn('margaret')
  await answer(margaret, TYPE, leaving)
  expect(margaret.page.text).toMatch(/Country Germany/)
  const preview = await send(margaret)
  expect(preview).toContain('Your State Pension may not go up each year')
  expect(preview).toContain('You may have to pay for care by the NHS')
  expect(preview).toContain('form P85')

  const common = { names: toldName('Margaret', 'Anne', 'Fielding'), kind: 'leaving', travel_date: YESTERDAY }
  expect(await street.tell()).toEqual({
    pensions: {
      ...common,
      birth_date: '1951-09-30',
      country: 'DE',
      forwarding_address: { streetName: 'Hauptstrasse 5', addressLocality: 'Bonn', addressCountry: 'DE' },
      expected_return: String(new Date().getFullYear() + 3),
    },
    doctors: common,
    cambridge: { ...common, address: expect.objectContaining({ uprn: 200004000005 }) as unknown },
  })

  // Other events know where she lives now.
  await margaret.get('/report/contact-details')
  await margaret.submit({ safety: 'no' })
  await margaret.submit({ changes: 'language' })
  await margaret.submit({ language: 'english' })
  expect(margaret.page.text).toContain('Hauptstrasse 5')

  const back = await answer(margaret, TYPE, {
    ...leaving,
    change: { change: 'returning' },
    'country-from': { 'country-from': 'DE' },
  })
  expect(back).toContain('held-home')
  expect(back.filter((name) => /forwarding|coming-back|country-to/.test(name))).toEqual([])
  expect(margaret.page.text, 'the home in the United Kingdom').toContain('5 Mill Road')
})
