import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addYears, ukToday } from '../../../src/shared/dates.ts'
import { LEEDS } from '../bodies.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'work'
const LAST_WEEK = addDays(ukToday(new Date()), -7)
const SEVEN_YEARS_AGO = addYears(ukToday(new Date()), -7)

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    benefits: {
      fields: ['names', 'birth_date', 'kind', 'change_date', 'hours_band', 'pay_band'],
      matching: ['national_insurance_number'],
    },
    tax: { fields: ['names', 'kind', 'change_date', 'employers'] },
    loans: { fields: ['names', 'employers', 'pay_band'], matching: ['customer_reference_number'] },
    leeds: { fields: ['names', 'address', 'pay_band', 'children_at_school'], areas: [LEEDS] },
  })
})
afterAll(() => street.close())

const iris = { names: toldName('Iris', 'Hassan'), birth_date: SEVEN_YEARS_AGO }

const answers = {
  change: { change: 'stopped' },
  safety: { safety: 'no' },
  'held-home': { 'held-home': 'yes' },
  when: dateFields('when', LAST_WEEK),
  'jobs/1': { employer: 'Chapeltown Bakery', 'paye-reference': '123 / ab456' },
  jobs: { jobs: 'no' },
  hours: { hours: 'none' },
  pay: { pay: 'none' },
  'has-children': { 'has-children': 'no' },
  numbers: { numbers: 'none' },
}

test('Amira loses her job, and the council learns of her child at school', async () => {
  const amira = await street.house.signIn('amira')
  await answer(amira, TYPE, {
    ...answers,
    'has-children': { 'has-children': 'yes' },
    'children-at-school/1': {
      ...nameFields('child', 'Iris', 'Hassan'),
      ...dateFields('birth-date', SEVEN_YEARS_AGO),
      school: 'Gledhow Primary School',
    },
    'children-at-school': { 'children-at-school': 'no' },
  })
  expect(amira.page.text).toMatch(/Employer Chapeltown Bakery PAYE reference 123\/AB456/)
  expect(amira.page.text).toContain('Iris Hassan')
  const preview = await send(amira)
  expect(preview).toContain('apply for Universal Credit if you need help with living costs')

  const names = toldName('Amira', 'Hassan')
  const told = { names, kind: 'stopped', change_date: LAST_WEEK }
  const employers = [{ name: 'Chapeltown Bakery', paye_reference: '123/AB456' }]
  expect(await street.tell()).toEqual({
    benefits: { ...told, birth_date: '1988-05-14', hours_band: 'none', pay_band: 'none' },
    tax: { ...told, employers },
    loans: { names, employers, pay_band: 'none' },
    leeds: {
      names,
      address: expect.objectContaining({ uprn: 72000000012 }) as unknown,
      pay_band: 'none',
      children_at_school: [{ ...iris, school: 'Gledhow Primary School' }],
    },
  })

  // The next report knows her child.
  const known = { 'known-children': { 'known-children': 'Iris Hassan' } }
  const next = await answer(amira, TYPE, { ...answers, ...known })
  expect(next).toContain('known-children')
  expect(next).not.toContain('has-children')
  await send(amira)
  expect((await street.tell())['leeds']).toMatchObject({ children_at_school: [iris] })
})

test('Grace earns more: she is warned of what she may have to pay back, and asked nothing of children', async () => {
  const grace = await street.house.signIn('grace')
  const asked = await answer(grace, TYPE, {
    ...answers,
    change: { change: 'income-changed' },
    'in-a-job': { 'in-a-job': 'no' },
    hours: { hours: '30-or-more' },
    pay: { 'not-known': 'yes' },
    'more-or-less': { 'more-or-less': 'more' },
  })
  expect(asked).not.toContain('has-children')
  expect(asked).not.toContain('jobs')
  expect(grace.page.text).toMatch(/Pay a year before tax I do not know/)
  await send(grace)
  const told = await street.tell()
  expect(told['tax']).toEqual({ names: expect.anything() as unknown, kind: 'income-changed', change_date: LAST_WEEK })
  expect(told['loans'], 'neither a job nor a pay band: there is nothing to tell it').toBeUndefined()
})
