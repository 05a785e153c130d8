import { dataCategories, dataCategoryWords } from '../../catalogue/data-category.ts'
import { languages, type Bilingual } from '../../shared/language.ts'
import type { FoundWord } from '../access-entry.ts'
import { accessTypes } from '../access-record.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'

const words = { en, cy }

/** What stands in a citizen's log, in words. */
export interface Searchable {
  bodies: readonly { id: string; name: Bilingual }[]
  /** By the address that records name. */
  activities: readonly { uri: string; purpose: Bilingual }[]
}

const MOST_WORDS = 10
const MOST_LETTERS = 100

export type ReadWords = { kind: 'words'; words: string[] } | { kind: 'blank' } | { kind: 'too-long' }

/** What was typed, as words without accents and capitals. */
export function readWords(typed: string): ReadWords {
  const found = [
    ...new Set(
      plain(typed)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ]
  if (found.length === 0) return { kind: 'blank' }
  return found.length > MOST_WORDS || typed.length > MOST_LETTERS
    ? { kind: 'too-long' }
    : { kind: 'words', words: found }
}

/** Where a word stands, in either language: at the beginning of a word of a name, a purpose, a category or a kind. */
export function whereFound(word: string, { bodies, activities }: Searchable): FoundWord {
  const inAny = (...texts: (string | undefined)[]) => texts.some((text) => text !== undefined && hasWord(text, word))
  return {
    bodies: bodies.filter(({ id, name }) => inAny(id, name.en, name.cy)).map(({ id }) => id),
    activities: activities.filter(({ purpose }) => inAny(purpose.en, purpose.cy)).map(({ uri }) => uri),
    categories: dataCategories.filter((one) => inAny(...languages.map((language) => dataCategoryWords[language][one]))),
    types: accessTypes.filter((type) => inAny(...languages.map((language) => words[language].kinds[type]))),
  }
}

const hasWord = (text: string, word: string) => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${word}`)

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
