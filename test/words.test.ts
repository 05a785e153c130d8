import { describe, expect, test } from 'vitest'
import { projectFolder, sourceFiles } from './support/source-files.ts'

/** The same in both languages: names, and words that Welsh shares with English. */
const SAME = new Set([
  'English',
  'Cymraeg',
  'GOV.UK',
  'AbilityNet',
  'Post',
  'Student Loans Company, 10 Clyde Place, Glasgow, G5 8DF',
])

/** What people do not read: addresses of pages and of websites, and names of fields. */
const NOT_WORDS = /^(\/|https:\/\/|#)/

/** A field without a hint has an empty one, in both languages. */
const MAY_BE_LEFT_OUT = /(^|\.)hints\./

const UNFILLED = /undefined|\[object|NaN|\$\{/

interface Words {
  name: string
  en: unknown
  cy: unknown
}

const files = sourceFiles('src').filter(({ path }) => /\/content\/(.+-)?(en|cy)\.ts$/.test(path))

const pairs: Words[] = await Promise.all(
  files
    .filter(({ path }) => /\/(.+-)?en\.ts$/.test(path))
    .map(async ({ path }) => {
      const [english, welsh] = await Promise.all([load(path), load(path.replace(/en\.ts$/, 'cy.ts'))])
      return { name: path.replace(/^src\/|en\.ts$/g, ''), en: english['en'], cy: welsh['cy'] }
    }),
)

test('every file of words is one of a pair', () => {
  const names = files.map(({ path }) => path.replace(/(en|cy)\.ts$/, ''))
  expect(Object.values(Object.groupBy(names, (name) => name)).filter((some) => some?.length !== 2)).toEqual([])
  expect(pairs.length).toBeGreaterThan(0)
})

describe.each(pairs)('$name', ({ en, cy }) => {
  const english = flatten(en)
  const welsh = flatten(cy)

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

function load(path: string): Promise<Record<string, unknown>> {
  return import(`${projectFolder}${path}`) as Promise<Record<string, unknown>>
}

const isSameByRight = (text: string) => SAME.has(text) || NOT_WORDS.test(text) || !/\p{L}{2}/u.test(text)

/** Every text by its place: `errors.notFound.paragraphs.0`. What is made of parameters is made of samples. */
function flatten(words: unknown, place = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[place, words]])
  if (typeof words === 'function') return flatten(sampled(words as (...given: unknown[]) => unknown), place)
  if (typeof words !== 'object' || words === null) return new Map()
  return new Map(Object.entries(words).flatMap(([key, value]) => [...flatten(value, place ? `${place}.${key}` : key)]))
}

/** One kind of sample after the other, until the words are content with it. */
function sampled(words: (...given: unknown[]) => unknown): unknown {
  const made = SAMPLES.flatMap((sample) => {
    try {
      return [words(...Array<unknown>(words.length).fill(sample))]
    } catch (error) {
      if (error instanceof TypeError) return []
      throw error
    }
  })
  return made.find((text) => !UNFILLED.test(String(text))) ?? made[0]
}

const SAMPLES = ['7', 'a', 7, ['7', '8']]
