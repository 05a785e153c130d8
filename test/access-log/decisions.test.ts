import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { AccessEntry } from '../../src/access-log/access-entry.ts'
import { daysCutOff, grouped } from '../../src/access-log/pages/grouped.ts'
import { readWords, whereFound } from '../../src/access-log/pages/search.ts'
import { monthsTo } from '../../src/access-log/pages/year-page.ts'

const entry = (at: string, bodyId: string) =>
  ({ recordId: uuidv7(), registeredAt: new Date(at), bodyId }) as unknown as AccessEntry

test('a page is grouped by days in the United Kingdom and by body, and only its ends may go on beyond it', () => {
  const days = grouped([
    entry('2026-06-30T23:30:00Z', 'dvla'),
    entry('2026-06-30T20:00:00Z', 'hmrc'),
    entry('2026-06-30T19:00:00Z', 'dvla'),
    entry('2026-06-30T18:00:00Z', 'hmrc'),
    entry('2026-06-29T18:00:00Z', 'hmrc'),
  ])
  expect(
    days.map(({ day, groups }) => [day, groups.map(({ bodyId, entries }) => `${bodyId} ${entries.length}`)]),
  ).toEqual([
    ['2026-07-01', ['dvla 1']],
    ['2026-06-30', ['hmrc 2', 'dvla 1']],
    ['2026-06-29', ['hmrc 1']],
  ])
  expect(daysCutOff(days, {})).toEqual([])
  expect(daysCutOff(days, { older: {} })).toEqual(['2026-06-29'])
  expect(daysCutOff(days, { newer: {}, older: {} })).toEqual(['2026-07-01', '2026-06-29'])
  expect(daysCutOff(days.slice(0, 1), { newer: {}, older: {} })).toEqual(['2026-07-01'])
})

test('a year at a glance is this month and the eleven before it', () => {
  const months = monthsTo('2027-01-31')
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2026-02-01', '2027-01-01'])
})

test.each([
  ['', { kind: 'blank' }],
  [' ,.! ', { kind: 'blank' }],
  ['Iechyd  HEALTH health', { kind: 'words', words: ['iechyd', 'health'] }],
  ['môr-hwyr', { kind: 'words', words: ['mor', 'hwyr'] }],
  ['a b c d e f g h i j k', { kind: 'too-long' }],
  ['x'.repeat(101), { kind: 'too-long' }],
])('what is searched for: %s', (typed, read) => {
  expect(readWords(typed)).toEqual(read)
})

test('a word is found at the beginning of words, in either language, wherever it stands', () => {
  const purpose = { en: 'Check fitness to drive', cy: 'Gwirio addasrwydd i yrru' }
  const known = {
    bodies: [{ id: 'dvla', name: { en: 'Driver Agency', cy: 'Yr Asiantaeth Yrru' } }],
    activities: [{ uri: 'https://x.example/activities/dvla/medical/versions/1', purpose }],
  }
  const none = { bodies: [], activities: [], categories: [], types: [] }
  expect(whereFound('driv', known)).toMatchObject({ bodies: ['dvla'], activities: [known.activities[0]?.uri] })
  expect(whereFound('yrru', known)).toMatchObject({ bodies: ['dvla'], activities: [known.activities[0]?.uri] })
  expect(whereFound('iechyd', known)).toEqual({ ...none, categories: ['health'] })
  expect(whereFound('looked', known)).toEqual({ ...none, types: ['consult'] })
  expect(whereFound('river', known)).toEqual(none)
})
