import { afterAll, beforeAll, expect, test } from 'vitest'
import { LEEDS } from '../bodies.ts'
import { answer, send, startStreet, toldName, type Street } from './street.ts'

const TYPE = 'contact-details'
const CHANGES = ['new_phone', 'new_email', 'preferred_language', 'preferred_format']

let street: Street
beforeAll(async () => {
  street = await startStreet(TYPE, {
    tax: { fields: ['names', 'contact', ...CHANGES], optional: true },
    doctors: { fields: ['names', ...CHANGES], optional: true },
    leeds: { fields: ['names', 'preferred_language', 'preferred_format'], areas: [LEEDS], optional: true },
    cardiff: { fields: ['names', ...CHANGES], areas: ['W06000015'], optional: true },
  })
})
afterAll(() => street.close())

const answers = {
  changes: { changes: ['phone', 'format'] },
  safety: { safety: 'no' },
  phone: { phone: '07700 900 982' },
  format: { format: 'large-print' },
  'held-home': { 'held-home': 'yes' },
}

const choices = {
  'choice-tax-contact-details': 'yes',
  'choice-doctors-contact-details': 'no',
  'choice-leeds-contact-details': 'yes',
}

test('Amira tells those she picks her new number and that she reads large print', async () => {
  const amira = await street.house.signIn('amira')
  await answer(amira, TYPE, answers)
  const preview = await send(amira, choices)
  expect(preview).not.toContain('Body cardiff')
  const names = toldName('Amira', 'Hassan')
  expect(await street.tell()).toEqual({
    tax: {
      names,
      contact: { email: 'amira.hassan@example.com', phone: '+447700900101' },
      new_phone: '+447700900982',
      preferred_format: 'large-print',
    },
    leeds: { names, preferred_format: 'large-print' },
  })

  // What she said holds: the next report knows the number.
  await answer(amira, TYPE, {
    ...answers,
    changes: { changes: 'email' },
    email: { email: 'amira@example.com' },
  })
  await send(amira, choices)
  expect((await street.tell())['tax']).toMatchObject({
    contact: { email: 'amira.hassan@example.com', phone: '+447700900982' },
    new_email: 'amira@example.com',
  })
})

test('Llŷr asks in Welsh to be written to in Welsh', async () => {
  const llyr = await street.house.signIn('llyr')
  await llyr.get('/report?lang=cy')
  await answer(llyr, TYPE, { ...answers, changes: { changes: 'language' }, language: { language: 'welsh' } })
  expect(llyr.page.heading).toBe('Gwirio eich atebion')
  expect(llyr.page.text).toMatch(/Iaith llythyrau Cymraeg/)
  await llyr.follow('Parhau')
  await llyr.submit({
    'choice-tax-contact-details': 'yes',
    'choice-doctors-contact-details': 'yes',
    'choice-cardiff-contact-details': 'yes',
  })
  const told = await street.tell()
  expect(Object.keys(told).toSorted()).toEqual(['cardiff', 'doctors', 'tax'])
  expect(told['cardiff']).toMatchObject({ preferred_language: 'welsh' })
})
