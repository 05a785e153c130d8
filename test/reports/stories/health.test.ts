import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEEDS } from '../bodies.ts'
import { answer, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'health'

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    licences: { fields: ['names', 'birth_date', 'driving_conditions'], matching: ['driver_number'] },
    benefits: {
      fields: ['names', 'conditions', 'condition_since', 'affects_daily_life', 'affects_mobility'],
      matching: ['national_insurance_number'],
      optional: true,
    },
    leeds: { fields: ['names', 'address', 'affects_mobility'], areas: [LEEDS], optional: true },
  })
})
afterAll(() => street.close())

const answers = {
  safety: { safety: 'no' },
  conditions: { conditions: ['epilepsy', 'mental-health'] },
  since: { 'since-day': '', 'since-month': '3', 'since-year': '2025' },
  'daily-life': { 'daily-life': 'yes' },
  'moving-around': { 'moving-around': 'no' },
  driving: { driving: 'no' },
  'held-home': { 'held-home': 'yes' },
  numbers: { numbers: 'none' },
}

test('Grace drives: DVLA must know of her epilepsy, and of nothing else; she keeps the council out', async () => {
  const grace = await street.house.signIn('grace')
  const asked = await answer(grace, TYPE, answers)
  expect(asked, 'her licence was verified').not.toContain('licence')
  expect(grace.page.text).toContain('March 2025')
  const preview = await send(grace, { 'choice-benefits-health': 'yes', 'choice-leeds-health': 'no' })
  expect(preview).toContain('You may have to stop driving')
  expect(preview).toContain('You could be fined up to £1,000')

  const names = toldName('Grace', 'Eleanor', 'Whitfield')
  expect(await street.tell()).toEqual({
    licences: {
      names,
      birth_date: '1975-11-23',
      driving_conditions: ['epilepsy'],
      driver_number: 'WHITF761235GE9AB',
    },
    benefits: {
      names,
      conditions: ['epilepsy', 'mental-health'],
      condition_since: '2025-03',
      affects_daily_life: true,
      affects_mobility: false,
    },
  })
})

test('Amira has no licence: who licenses drivers learns nothing, not even that she told us of her health', async () => {
  const amira = await street.house.signIn('amira')
  const asked = await answer(amira, TYPE, {
    ...answers,
    conditions: { conditions: 'not-said' },
    since: { 'not-known': 'yes' },
    'moving-around': { 'moving-around': 'yes' },
    licence: { licence: 'no' },
  })
  expect(asked).not.toContain('driving')
  const preview = await send(amira, { 'choice-benefits-health': 'no', 'choice-leeds-health': 'yes' })
  expect(preview).not.toContain('You may have to stop driving')
  expect(preview).toContain('apply for a Blue Badge')
  expect(preview).toContain(
    'Body licences (Bill the right household for Council Tax). We have nothing to tell it about this.',
  )
  const told = await street.tell()
  expect(Object.keys(told)).toEqual(['leeds'])
  expect(told['leeds']).toMatchObject({ affects_mobility: true })
  await amira.follow('See how far each body has got')
  expect(amira.page.text).toContain(
    'Body licences: Bill the right household for Council Tax We had nothing to tell it about this.',
  )
})
