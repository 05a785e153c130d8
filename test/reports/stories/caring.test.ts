import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { LEEDS } from '../bodies.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'caring'
const LAST_WEEK = addDays(ukToday(new Date()), -7)

let street: Street
beforeAll(async () => {
  const fields = ['names', 'kind', 'change_date', 'cared_for', 'cared_for_consented_at', 'hours_band', 'gets_benefit']
  street = await startStreet(TYPE, {
    benefits: { fields, matching: ['national_insurance_number'] },
    leeds: { fields: ['names', 'address', 'kind', 'hours_band'], areas: [LEEDS] },
  })
})
afterAll(() => street.close())

const answers = {
  change: { change: 'started' },
  safety: { safety: 'no' },
  'held-home': { 'held-home': 'yes' },
  when: dateFields('when', LAST_WEEK),
  consent: { consent: 'yes' },
  'person-names': nameFields('person-names', 'Ruth', 'Hassan'),
  'person-birth-date': dateFields('person-birth-date', '1950-06-01'),
  'same-address': { 'same-address': 'no' },
  'person-postcode': { 'person-postcode': 'ls6 3aa' },
  'person-address': { 'person-address': '72000000304' },
  hours: { hours: '35-or-more' },
  benefit: { benefit: 'attendance-allowance' },
  numbers: { numbers: 'none' },
}

test('Amira cares for her mother, who has agreed: the council learns that she cares, and not for whom', async () => {
  const amira = await street.house.signIn('amira')
  await answer(amira, TYPE, answers)
  expect(amira.page.text).toContain('Attendance Allowance')
  const preview = await send(amira)
  expect(preview).toContain('The person you care for may get less money')
  expect(preview).toContain('claim Carer’s Allowance if you live in England or Wales')

  const told = await street.tell()
  expect(told['benefits']).toEqual({
    names: toldName('Amira', 'Hassan'),
    kind: 'started',
    change_date: LAST_WEEK,
    cared_for: {
      names: toldName('Ruth', 'Hassan'),
      birth_date: '1950-06-01',
      address: expect.objectContaining({ uprn: 72000000304 }) as unknown,
    },
    cared_for_consented_at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
    hours_band: '35-or-more',
    gets_benefit: 'attendance-allowance',
  })
  expect(told['leeds']).toEqual({
    names: toldName('Amira', 'Hassan'),
    address: expect.objectContaining({ uprn: 72000000012 }) as unknown,
    kind: 'started',
    hours_band: '35-or-more',
  })
})

test('nobody is named before they have agreed', async () => {
  const llyr = await street.house.signIn('llyr')
  await expect(answer(llyr, TYPE, { ...answers, consent: {} })).rejects.toThrow(
    'Confirm that you have their permission to give their details, or can decide for them',
  )
  await llyr.get(`/report/${TYPE}/person-names`)
  expect(llyr.page.url.pathname).toBe(`/report/${TYPE}/consent`)
})

test('Grace is at risk: nobody is asked about, and nobody is told of', async () => {
  const grace = await street.house.signIn('grace')
  const asked = await answer(grace, TYPE, { ...answers, safety: { safety: 'yes' } })
  expect(asked.filter((name) => /person|consent|benefit/.test(name))).toEqual([])
  await send(grace)
  expect((await street.tell())['benefits']).toEqual({
    names: toldName('Grace', 'Eleanor', 'Whitfield'),
    kind: 'started',
    change_date: LAST_WEEK,
    hours_band: '35-or-more',
  })
})
