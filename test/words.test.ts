import { describe, expect, test } from 'vitest'
import { UNFILLED, allWords, wordFiles } from './support/words.ts'

/** The same in both languages: names, and words that Welsh shares with English. */
const SAME = new Set([
  'English',
  'Cymraeg',
  'GOV.UK',
  'AbilityNet',
  'Post',
  'Braille',
  'Student Loans Company, 10 Clyde Place, Glasgow, G5 8DF',
])

/** What people do not read: addresses of pages and of websites, and names of fields. */
const NOT_WORDS = /^(\/|https:\/\/|#)/

/** A field without a hint has an empty one, in both languages. */
const MAY_BE_LEFT_OUT = /(^|\.)hints\./

const pairs = await allWords()

test('every file of words is one of a pair', () => {
  const names = wordFiles.map((path) => path.replace(/(en|cy)\.ts$/, ''))
  expect(Object.values(Object.groupBy(names, (name) => name)).filter((some) => some?.length !== 2)).toEqual([])
  expect(pairs.length).toBeGreaterThan(0)
})

describe.each(pairs)('$name', ({ english, welsh }) => {
  test('says everything in both languages', () => {
    expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort())
    const empty = [...english, ...welsh].filter(([place, text]) => text.trim() === '' && !MAY_BE_LEFT_OUT.test(place))
    expect(empty.map(([place]) => place)).toEqual([])
  })

  test('says nothing in English to people who read Welsh', () => {
    const untranslated = [...english].filter(([place, text]) => !isSameByRight(text) && welsh.get(place) === text)
    expect(untranslated.map(([place, text]) => `${place}: ${text}`)).toEqual([])
  })

  test('fills in what it was given', () => {
    const unfilled = [...english, ...welsh].filter(([, text]) => UNFILLED.test(text))
    expect(unfilled).toEqual([])
  })
})

const isSameByRight = (text: string) => SAME.has(text) || NOT_WORDS.test(text) || !/\p{L}{2}/u.test(text)
