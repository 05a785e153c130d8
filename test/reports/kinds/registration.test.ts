import { describe, expect, test } from 'vitest'
import { death } from '../../../src/catalogue/death/event.ts'
import { noDeathRegister } from '../../../src/reports/somebody-else/death-register.ts'
import { parse, readTyped } from '../../../src/reports/kinds/kinds.ts'
import type { Asking } from '../../../src/reports/kinds/kind.ts'
import { asking, TODAY } from '../asking.ts'

const question = death.questions.find(({ kind }) => kind === 'registration')!

const ask = (body: unknown, around: Partial<Asking> = {}) => parse(question, readTyped(question, body), asking(around))

const typed = (reference: string, [day = '', month = '', year = '']: string[] = []) => ({
  'registration-reference': reference,
  'registration-date-day': day,
  'registration-date-month': month,
  'registration-date-year': year,
})

const DIED = ['30', '10', '2026']

test('a reference with its date says who died, however it is written', async () => {
  const parsed = await ask(typed(' tu00-a1b2 c3 ', DIED))
  expect(parsed).toMatchObject({
    answer: { reference: 'TU00A1B2C3', birthDate: '1948-04-02', deathDate: '2026-10-30' },
  })
})

describe('what is wrong is told apart', () => {
  test.each([
    ['nothing', typed(''), ['Enter the reference number that the registrar gave you', 'Enter the date of death']],
    ['no reference', typed('', DIED), ['Enter the reference number that the registrar gave you']],
    ['a short one', typed('TU00A1', DIED), ['The reference number must be 10 letters and numbers']],
    ['part of a date', typed('TU00A1B2C3', ['30', '10']), ['The date of death must include a year']],
    ['no such day', typed('TU00A1B2C3', ['31', '9', '2026']), ['The date of death must be a real date']],
    ['tomorrow', typed('TU00A1B2C3', ['23', '11', '2026']), ['The date of death must be today or in the past']],
  ])('%s', async (_what, body, messages) => {
    expect(TODAY).toBe('2026-11-22')
    const parsed = await ask(body)
    expect('errors' in parsed && parsed.errors.map(({ message }) => message)).toEqual(messages)
  })
})

test('a reference says nothing with another date, and another reference nothing with that date', async () => {
  const message = 'We cannot find a death with this reference number and this date. Check both'
  for (const body of [typed('TU00A1B2C3', ['31', '10', '2026']), typed('TU00D4E5F6', DIED)]) {
    expect(await ask(body)).toEqual({ errors: [{ field: 'registration-reference', message }] })
  }
})

test('a register that does not answer is not an answer', async () => {
  const parsed = await ask(typed('TU00A1B2C3', DIED), { deathRegister: noDeathRegister })
  expect('errors' in parsed && parsed.errors[0]?.message).toContain('at the moment')
})
