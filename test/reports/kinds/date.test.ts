import { expect, test } from 'vitest'
import { answered, problem } from '../asking.ts'

const typed = (day: unknown, month: unknown, year: unknown) => ({
  'when-day': day,
  'when-month': month,
  'when-year': year,
})

test.each([
  ['digits', typed('3', '11', '2026'), '2026-11-03'],
  ['zeros in front and spaces around', typed(' 03 ', ' 01', '2025 '), '2025-01-03'],
  ['a month in words', typed('3', 'March', '2026'), '2026-03-03'],
  ['a month in Welsh', typed('3', 'Mawrth', '2026'), '2026-03-03'],
  ['a leap day', typed('29', '2', '2024'), '2024-02-29'],
  ['the earliest day', typed('22', '11', '2016'), '2016-11-22'],
  ['the latest day', typed('22', '11', '2027'), '2027-11-22'],
  ['control characters around a number', typed('3\u0000', '\u00071\u001b1', '2026'), '2026-11-03'],
  ['a box twice: the last counts', typed(['1', '2'], '11', '2026'), '2026-11-02'],
])('%s is a date', async (_what, body, answer) => {
  expect(await answered('when', body)).toEqual({ answer })
})

const NOT_REAL = 'The date of your move must be a real date'

test.each([
  ['nothing at all', {}, 'when-day', 'Enter the date of your move'],
  ['blank boxes', typed('', ' ', ''), 'when-day', 'Enter the date of your move'],
  ['no day', typed('', '11', '2026'), 'when-day', 'The date of your move must include a day'],
  ['no month', typed('3', '', '2026'), 'when-month', 'The date of your move must include a month'],
  ['a day only', typed('3', '', ''), 'when-month', 'The date of your move must include a month and year'],
  ['a year only', typed('', '', '2026'), 'when-day', 'The date of your move must include a day and month'],
  ['31 November', typed('31', '11', '2026'), 'when-day', NOT_REAL],
  ['29 February outside a leap year', typed('29', '2', '2026'), 'when-day', NOT_REAL],
  ['month 13', typed('1', '13', '2026'), 'when-day', NOT_REAL],
  ['a year of two digits', typed('1', '1', '26'), 'when-day', NOT_REAL],
  ['words', typed('one', 'two', 'three'), 'when-day', NOT_REAL],
  ['far too long', typed('9'.repeat(50_000), '1', '2026'), 'when-day', NOT_REAL],
  ['a minus', typed('-3', '11', '2026'), 'when-day', NOT_REAL],
  ['objects', typed({ a: 1 }, ['1', { b: 2 }], 7), 'when-day', 'Enter the date of your move'],
  [
    'a day before ten years ago',
    typed('21', '11', '2016'),
    'when-day',
    'The date of your move must be 22 November 2016 or later',
  ],
  [
    'a day more than a year ahead',
    typed('23', '11', '2027'),
    'when-day',
    'The date of your move must be 22 November 2027 or earlier',
  ],
])('%s is told apart', async (_what, body, field, message) => {
  expect(await answered('when', body)).toEqual(problem(field, message))
})

test('in Welsh the missing parts are named in Welsh', async () => {
  const parsed = await answered('when', typed('3', '', ''), { language: 'cy' })
  expect(parsed).toEqual(problem('when-month', 'Mae’n rhaid i ddyddiad y symud gynnwys mis a blwyddyn'))
})
