import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'birth'
const CHILD = ['child_names', 'child_birth_date']
const BORN = addDays(ukToday(new Date()), -20)

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    tax: { fields: ['names', 'birth_date', ...CHILD, 'claiming_child_benefit', 'other_parent', 'permission_given_at'] },
    doctors: { fields: ['names', ...CHILD, 'child_sex', 'place_of_birth', 'registration_reference'] },
    benefits: { fields: ['names', ...CHILD, 'other_parent'] },
  })
})
afterAll(() => street.close())

const answers = {
  safety: { safety: 'no' },
  name: nameFields('name', 'Iris Ann', 'Hassan'),
  sex: { sex: 'female' },
  'birth-date': dateFields('birth-date', BORN),
  place: { place: 'St James’s  Hospital, Leeds' },
  registration: { registration: '' },
  'other-parent': { 'other-parent': 'yes' },
  permission: { permission: 'yes' },
  'parent-names': nameFields('parent-names', 'Daniel', 'Okafor'),
  'parent-birth-date': { 'not-known': 'yes' },
  claiming: { claiming: 'me' },
  'held-home': { 'held-home': 'yes' },
}

const child = { child_names: toldName('Iris Ann', 'Hassan'), child_birth_date: BORN }

test('Amira has had a baby: the other parent is told of only with permission, its time only where it is agreed', async () => {
  const amira = await street.house.signIn('amira')
  await answer(amira, TYPE, answers)
  const preview = await send(amira)
  expect(preview).toContain('You may have to pay some of your Child Benefit back')
  expect(preview).toContain('Register the birth within 42 days')

  expect(await street.tell()).toEqual({
    tax: {
      names: toldName('Amira', 'Hassan'),
      birth_date: '1988-05-14',
      ...child,
      claiming_child_benefit: 'me',
      other_parent: { names: toldName('Daniel', 'Okafor') },
      permission_given_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    },
    doctors: {
      names: toldName('Amira', 'Hassan'),
      ...child,
      child_sex: 'female',
      place_of_birth: 'St James’s Hospital, Leeds',
    },
    benefits: {
      names: toldName('Amira', 'Hassan'),
      ...child,
      other_parent: { names: toldName('Daniel', 'Okafor') },
    },
  })
})

test('without the other parent’s permission nobody is asked for their name', async () => {
  const llyr = await street.house.signIn('llyr')
  await expect(answer(llyr, TYPE, { ...answers, permission: {} })).rejects.toThrow(/Confirm that you have/)
  await llyr.get(`/report/${TYPE}/parent-names`)
  expect(llyr.page.heading).toBe('Permission to give the other parent’s details')
  await llyr.get(`/report/${TYPE}/other-parent`)
  await llyr.submit({ 'other-parent': 'no' })
  expect(llyr.page.heading).toBe('Who will get Child Benefit for your child?')
})

test('Margaret is in danger: nothing is asked or told of the other parent, and she can leave fast', async () => {
  const margaret = await street.house.signIn('margaret')
  const asked = await answer(margaret, TYPE, { ...answers, safety: { safety: 'yes' } })
  expect(asked.filter((question) => /parent|permission/.test(question))).toEqual([])
  expect(margaret.page.$('.govuk-exit-this-page').length).toBe(1)
  await send(margaret)
  const told = await street.tell()
  expect(Object.keys(told).toSorted()).toEqual(['benefits', 'doctors', 'tax'])
  expect(JSON.stringify(told)).not.toContain('Okafor')
})
