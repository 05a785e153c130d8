import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { LEEDS } from '../bodies.ts'
import { answer, dateFields, nameFields, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'change-of-name'
const NAMES = ['names', 'old_names', 'new_names', 'change_date']
const LAST_WEEK = addDays(ukToday(new Date()), -7)

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    tax: { fields: [...NAMES, 'birth_date', 'reason', 'evidence_reference'], matching: ['national_insurance_number'] },
    doctors: { fields: NAMES },
    leeds: { fields: [...NAMES, 'address'], areas: [LEEDS] },
    elsewhere: { fields: NAMES, areas: ['W06000015'] },
  })
})
afterAll(() => street.close())

const answers = {
  safety: { safety: 'no' },
  'new-name': nameFields('new-name', 'Amira', 'Okafor'),
  when: dateFields('when', LAST_WEEK),
  reason: { reason: 'marriage' },
  evidence: { evidence: 'mxj 123456' },
  'held-home': { 'held-home': 'yes' },
  numbers: { numbers: ['national-insurance-number'] },
  'national-insurance-number': { 'national-insurance-number': 'QQ 12 34 56 C' },
}

test('Amira takes her husband’s name: each body learns what its agreement says', async () => {
  const amira = await street.house.signIn('amira')
  const asked = await answer(amira, TYPE, answers)
  expect(asked, 'nobody asks for the old name').not.toContain('old-name')
  expect(amira.page.text).toMatch(/Old name Amira Hassan/)
  const preview = await send(amira)
  expect(preview).toContain('Your passport stays in your old name')
  expect(preview).toContain('Apply for a driving licence in your new name')
  expect(preview).toContain('HM Passport Office and the photo on your driving licence')

  const common = {
    names: toldName('Amira', 'Hassan'),
    old_names: toldName('Amira', 'Hassan'),
    new_names: toldName('Amira', 'Okafor'),
    change_date: LAST_WEEK,
  }
  expect(await street.tell()).toEqual({
    tax: {
      ...common,
      birth_date: '1988-05-14',
      reason: 'marriage',
      evidence_reference: 'MXJ 123456',
      national_insurance_number: 'QQ123456C',
    },
    doctors: common,
    leeds: { ...common, address: expect.objectContaining({ uprn: 72000000012 }) as unknown },
  })

  // The next report knows her by her new name, and her number is not asked for again.
  const next = await answer(amira, TYPE, {
    ...answers,
    'new-name': nameFields('new-name', 'Amira', 'Ali'),
  })
  expect(next).not.toContain('numbers')
  expect(amira.page.text).toMatch(/Old name Amira Okafor/)
})

test('Grace’s gender is nobody’s business unless she says so', async () => {
  const grace = await street.house.signIn('grace')
  const reason = { reason: { reason: 'gender-recognition' }, 'tell-reason': { 'tell-reason': 'no' } }
  const renamed = { 'new-name': nameFields('new-name', 'Gray', 'Whitfield') }
  const asked = await answer(grace, TYPE, { ...answers, ...reason, ...renamed, numbers: { numbers: 'none' } })
  expect(asked).toContain('tell-reason')
  expect(asked, 'a certificate would say what it certifies').not.toContain('evidence')
  expect(await send(grace)).toContain('can show that your gender has changed')
  const told = await street.tell()
  expect(Object.keys(told['tax'] ?? {}).toSorted()).toEqual(['birth_date', ...NAMES].toSorted())
  expect(JSON.stringify(told)).not.toMatch(/gender/)
})

test('Kofi is 16, and old enough', async () => {
  const kofi = await street.house.signIn('kofi')
  await kofi.get(`/report/${TYPE}`)
  expect(kofi.page.url.pathname).toBe(`/report/${TYPE}/safety`)
})
