import { describe, expect, test } from 'vitest'
import type { TextQuestion } from '../../src/catalogue/question.ts'
import { LEEDS, named, reported, shown } from './reported.ts'

const TYPE = 'contact-details'

const all = {
  changes: ['phone', 'email', 'language', 'format'],
  phone: '+447700900982',
  email: 'amira@example.com',
  language: 'welsh',
  format: 'large-print',
}

test('what has changed is told beside what bodies knew before', () => {
  const { event, facts, parsed, areas, keeps } = reported(TYPE, all)
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    contact: { email: 'amira.hassan@example.com' },
    new_phone: '+447700900982',
    new_email: 'amira@example.com',
    preferred_language: 'welsh',
    preferred_format: 'large-print',
  })
  expect(areas).toEqual([LEEDS])
  expect(keeps).toEqual({ contact: { phone: '+447700900982', email: 'amira@example.com' } })
  expect(shown(event, facts)).toMatchObject({ preferred_language: 'Welsh', preferred_format: 'Large print' })
  expect(shown(event, facts, 'cy')).toMatchObject({ preferred_language: 'Cymraeg', preferred_format: 'Print bras' })
})

test('only what has changed is asked for, told and kept', () => {
  const { asked, parsed, keeps } = reported(TYPE, { ...all, changes: ['language'] })
  expect(asked).not.toContain('phone')
  expect(asked).not.toContain('email')
  expect(asked).not.toContain('format')
  expect(parsed()).not.toHaveProperty('new_phone')
  expect(keeps).toEqual({})
})

test('a format says something of somebody’s health, a language does not', () => {
  const { event } = reported(TYPE, all)
  expect(event.fields['preferred_format']).toMatchObject({ special: true })
  expect(event.fields['preferred_language']).toMatchObject({ special: false })
})

test('a later report tells the details as they were changed', () => {
  const kept = { contact: { phone: '+447700900982' } }
  expect(reported('work', {}, { kept }).facts['contact']).toEqual({
    email: 'amira.hassan@example.com',
    phone: '+447700900982',
  })
})

describe('what can be typed', () => {
  test.each([
    ['phone', '07700 900 982', '+447700900982'],
    ['phone', '(01632) 960-001', '+441632960001'],
    ['phone', '+44 (0)808 157 0192', '+448081570192'],
    ['phone', '0033 1 23 45 67 89', '+33123456789'],
    ['phone', '+447700900982', '+447700900982'],
    ['phone', '999', undefined],
    ['phone', '07700 900 982 extension 5', undefined],
    ['phone', '+' + '1'.repeat(30), undefined],
    ['email', ' name@example.com ', 'name@example.com'],
    ['email', 'name+tag@mail.example.co.uk', 'name+tag@mail.example.co.uk'],
    ['email', 'name@example', undefined],
    ['email', 'two names@example.com', undefined],
    ['email', '<b>@example.com', undefined],
    ['email', `${'a'.repeat(250)}@example.com`, undefined],
  ])('%s: %j is %j', (name, typed, stored) => {
    const { event } = reported(TYPE, {})
    const question = event.questions.find((each) => each.name === name) as TextQuestion
    expect(question.format(typed)).toBe(stored)
    if (stored) expect(question.format(stored)).toBe(stored)
  })
})
