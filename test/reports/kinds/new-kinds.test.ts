import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/catalogue/question.ts'
import { fieldsOf, parse, readTyped, show, stands, typedFrom } from '../../../src/reports/kinds/kinds.ts'
import { partInputs, partTypedFrom } from '../../../src/reports/kinds/parts.ts'
import { itemInWords, parseItem } from '../../../src/reports/kinds/list.ts'
import { boat } from '../../fixtures/boat/event.ts'
import { asking, known, problem } from '../asking.ts'

function questionNamed(name: string): Question {
  const question = boat.questions.find((each) => each.name === name)
  if (!question) throw new Error(`No question ${name}`)
  return question
}

const answered = (name: string, body: unknown) =>
  parse(questionNamed(name), readTyped(questionNamed(name), body), asking())

const named = (first: string, last: string) => [
  {
    nameParts: [
      { type: 'GivenName', value: first },
      { type: 'FamilyName', value: last },
    ],
  },
]

describe('a date of which the day, or the day and the month, may be left blank', () => {
  const built = (day: unknown, month: unknown, year: unknown) => ({
    'built-day': day,
    'built-month': month,
    'built-year': year,
  })
  const missing = (what: string) => `When your boat was built must include a ${what}`
  const NOT_REAL = 'When your boat was built must be a real date'
  const TOO_LATE = 'Your boat must have been built today or in the past'

  test.each([
    ['a day', built('3', 'march', '1998'), '1998-03-03'],
    ['a month', built('', ' 03 ', '1998'), '1998-03'],
    ['a month in Welsh', built('', 'Mawrth', '1998'), '1998-03'],
    ['a year', built(undefined, '', '1998'), '1998'],
    ['this month, of which some days are past', built('', '11', '2026'), '2026-11'],
    ['this year', built('', '', '2026'), '2026'],
    ['the first year that can be', built('', '', '1800'), '1800'],
  ])('%s is enough', async (_what, body, answer) => {
    expect(await answered('built', body)).toEqual({ answer })
  })

  test.each([
    ['nothing', built('', '', ''), 'built-day', 'Enter when your boat was built'],
    ['no month between day and year', built('3', '', '1998'), 'built-month', missing('month')],
    ['no year', built('3', '5', ''), 'built-year', missing('year')],
    ['a month alone', built('', '5', ''), 'built-year', missing('year')],
    ['a day alone', built('3', '', ''), 'built-month', missing('month and year')],
    ['a day that there is not', built('31', '2', '1998'), 'built-day', NOT_REAL],
    ['a month that there is not', built('', '13', '1998'), 'built-day', NOT_REAL],
    ['a year of two digits', built('', '', '98'), 'built-day', NOT_REAL],
    ['year 0', built('', '', '0000'), 'built-day', NOT_REAL],
    ['next year', built('', '', '2027'), 'built-day', TOO_LATE],
    ['next month', built('', '12', '2026'), 'built-day', TOO_LATE],
    ['tomorrow', built('23', '11', '2026'), 'built-day', TOO_LATE],
    ['long ago', built('', '12', '1799'), 'built-day', 'Your boat must have been built on or after 1 January 1800'],
  ])('%s is told apart', async (_what, body, field, message) => {
    expect(await answered('built', body)).toEqual(problem(field, message))
  })

  test.each([
    ['1998', { 'built-day': '', 'built-month': '', 'built-year': '1998' }, '1998', '1998'],
    ['1998-03', { 'built-day': '', 'built-month': '3', 'built-year': '1998' }, 'March 1998', 'Mawrth 1998'],
    ['1998-03-03', { 'built-day': '3', 'built-month': '3', 'built-year': '1998' }, '3 March 1998', '3 Mawrth 1998'],
  ])('%s is shown again as it was typed, and in words', (answer, typed, en, cy) => {
    expect(typedFrom(questionNamed('built'), answer, asking())).toEqual(typed)
    expect(show(questionNamed('built'), answer, { language: 'en' })).toEqual([en])
    expect(show(questionNamed('built'), answer, { language: 'cy' })).toEqual([cy])
  })
})

describe('a name', () => {
  test.each([
    ['as it is written', 'Ada Augusta', 'Byron', named('Ada Augusta', 'Byron')],
    ['with spaces folded', '  Ada \n Augusta ', ' By\u00a0ron', named('Ada Augusta', 'By ron')],
    ['in any script', 'Ólafur', "O'Neill-文", named('Ólafur', "O'Neill-文")],
  ])('%s', async (_what, first, last, answer) => {
    expect(await answered('seller', { 'seller-first': first, 'seller-last': last })).toEqual({ answer })
    expect(typedFrom(questionNamed('seller'), answer, asking())).toEqual({
      'seller-first': answer[0]?.nameParts[0]?.value,
      'seller-last': answer[0]?.nameParts[1]?.value,
    })
  })

  test('has both boxes filled in, within reason; all that is wrong is told at once', async () => {
    expect(await answered('seller', {})).toEqual({
      errors: [
        { field: 'seller-first', message: 'Enter the first names of the seller' },
        { field: 'seller-last', message: 'Enter the last name of the seller' },
      ],
    })
    expect(await answered('seller', { 'seller-first': 'x'.repeat(101), 'seller-last': ['a', ''] })).toEqual({
      errors: [
        {
          field: 'seller-first',
          message: 'The seller’s first names and last name must each be 100 characters or fewer',
        },
        { field: 'seller-last', message: 'Enter the last name of the seller' },
      ],
    })
  })
})

test.each([
  ['one of the list', 'FR', { answer: 'FR' }],
  ['nothing', '', problem('flag', 'Select a country')],
  ['what is not in the list', 'XX', problem('flag', 'Select a country')],
  ['what every object has', 'constructor', problem('flag', 'Select a country')],
  ['an object', { FR: 'FR' }, problem('flag', 'Select a country')],
])('select: %s', async (_what, value, expected) => {
  expect(await answered('flag', { flag: value })).toEqual(expected)
})

test('an answer that the list has no more is asked for again', () => {
  expect(stands(questionNamed('flag'), 'FR', {}, known())).toBe(true)
  expect(stands(questionNamed('flag'), 'XX', {}, known())).toBe(false)
})

test('a statement is agreed to at a time, or not at all', async () => {
  const answer = { at: '2026-11-22T12:00:00.000Z' }
  expect(await answered('seller-agrees', { 'seller-agrees': 'yes' })).toEqual({ answer })
  const words = show(questionNamed('seller-agrees'), answer, { language: 'en' })
  expect(words).toEqual(['Yes, on 22 November 2026 at 12pm'])
  for (const value of [undefined, '', 'no', 'on', { yes: 1 }]) {
    const wrong = problem('seller-agrees', 'Select that the seller knows, or go back')
    expect(await answered('seller-agrees', { 'seller-agrees': value })).toEqual(wrong)
  }
})

test('a longer text keeps its lines, up to so many characters', async () => {
  expect(await answered('notes', { notes: 'It leaks.\r\nA bit.' })).toEqual({ answer: 'It leaks.\nA bit.' })
  expect(await answered('notes', { notes: 'x'.repeat(200) })).toEqual({ answer: 'x'.repeat(200) })
  const tooLong = problem('notes', 'Your answer must be 200 characters or fewer')
  expect(await answered('notes', { notes: 'x'.repeat(201) })).toEqual(tooLong)
  expect(await answered('notes', { notes: ' ' }), 'optional').toEqual({ answer: undefined })
  expect(show(questionNamed('notes'), 'It leaks.\nA bit.', { language: 'en' })).toEqual(['It leaks.', 'A bit.'])
})

describe('"I do not know"', () => {
  test('is the answer of a button, whatever was typed', async () => {
    const answer = { unknown: true }
    expect(await answered('built', { 'not-known': 'yes', 'built-year': 'x' })).toEqual({ answer })
    expect(show(questionNamed('built'), answer, { language: 'cy' })).toEqual(['Nid wyf yn gwybod'])
    expect(typedFrom(questionNamed('built'), answer, asking())).toEqual({})
  })

  test('is no answer to a question that must be known', async () => {
    expect(fieldsOf(questionNamed('flag')).single).toEqual(['flag'])
    expect(await answered('flag', { 'not-known': 'yes' })).toEqual(problem('flag', 'Select a country'))
    expect(stands(questionNamed('flag'), { unknown: true }, {}, known())).toBe(false)
    expect(stands(questionNamed('built'), { unknown: true }, {}, known())).toBe(true)
  })
})

describe('one of a list', () => {
  const crew = questionNamed('crew')
  if (crew.kind !== 'list') throw new Error('The crew is a list')
  const ben = { 'name-first': 'Ben', 'name-last': 'Nevis', job: 'cook', country: 'FR' }
  const item = { name: named('Ben', 'Nevis'), job: 'cook', country: 'FR' }

  test('has parts of several kinds', () => {
    expect(crew.parts.flatMap(partInputs)).toEqual([
      ...['name-first', 'name-last', 'born-day', 'born-month', 'born-year', 'born-not-known', 'job', 'country'],
    ])
    expect(parseItem(crew, { ...ben, 'born-year': '1970' }, asking())).toEqual({ answer: { ...item, born: '1970' } })
  })

  test.each([
    ['a box that says that a part is not known', { 'born-not-known': 'yes' }, { unknown: true }],
    ['what is known all the same', { 'born-not-known': 'yes', 'born-year': '1970' }, '1970'],
    ['what cannot be, beside that box', { 'born-not-known': 'yes', 'born-year': '19' }, { unknown: true }],
  ])('%s', (_what, typed, born) => {
    expect(parseItem(crew, { ...ben, ...typed }, asking())).toEqual({ answer: { ...item, born } })
  })

  test('tells all that is wrong at once, in order', () => {
    expect(parseItem(crew, {}, asking())).toEqual({
      errors: [
        { field: 'name-first', message: 'Enter the sailor’s first names' },
        { field: 'name-last', message: 'Enter the sailor’s last name' },
        { field: 'born-day', message: 'Enter when the sailor was born' },
        { field: 'job', message: 'Select what the sailor does on board' },
        { field: 'country', message: 'Select a country' },
      ],
    })
  })

  test('is shown part by part, without what is not known', () => {
    expect(itemInWords(crew, { ...item, born: '1970-05' }, { language: 'en' })).toBe(
      'Ben Nevis, May 1970, Cooks, France',
    )
    expect(itemInWords(crew, { ...item, born: { unknown: true } }, { language: 'cy' })).toBe(
      'Ben Nevis, Coginio, Ffrainc',
    )
    expect(partTypedFrom(crew.parts[1]!, { unknown: true }, asking())).toEqual({ 'born-not-known': 'yes' })
  })

  test('is asked for again when a part does not fit any more', () => {
    const list = (one: object) => stands(crew, { items: [one], complete: true }, {}, known())
    expect(list({ ...item, born: '1970' })).toBe(true)
    expect(list({ ...item, born: { unknown: true } })).toBe(true)
    expect(list(item)).toBe(false)
    expect(list({ ...item, born: '1970', job: 'sings' })).toBe(false)
    expect(stands(crew, { items: Array(3).fill({ ...item, born: '1970' }), complete: true }, {}, known())).toBe(false)
  })
})
