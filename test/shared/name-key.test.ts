import { describe, expect, test } from 'vitest'
import { nameKey } from '../../src/shared/name-key.ts'
import type { PersonName } from '../../src/shared/names.ts'

const named = (given: string[], family: string): PersonName => ({
  nameParts: [
    ...given.map((value) => ({ type: 'GivenName' as const, value })),
    { type: 'FamilyName' as const, value: family },
  ],
})

const grace = nameKey(named(['Grace', 'Eleanor'], 'O’Donnell'))

describe('the same name', () => {
  test.each([
    ['in capitals', named(['GRACE', 'ELEANOR'], 'O’DONNELL')],
    ['in one field', named(['Grace Eleanor'], 'O’Donnell')],
    ['with first names in another order', named(['Eleanor', 'Grace'], 'O’Donnell')],
    ['with another apostrophe, or none', named(['Grace', 'Eleanor'], "O'Donnell")],
    ['with spaces', named([' Grace  ', 'Eleanor'], 'O Donnell')],
    ['with accents', named(['Gráce', 'Éleanor'], 'Ó Donnell')],
    ['with a hyphen', named(['Grace-Eleanor'], 'ODonnell')],
  ])('%s', (_how, name) => {
    expect(nameKey(name)).toBe(grace)
  })

  test.each([
    ['Zieliński', 'Zielinski'],
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'Sorensen'],
    ['Groß', 'Gross'],
    ['Llŷr', 'Llyr'],
  ])('%s is %s', (one, other) => {
    expect(nameKey(named(['A'], one))).toBe(nameKey(named(['A'], other)))
  })
})

describe('another name', () => {
  test.each([
    ['without one of the first names', named(['Grace'], 'O’Donnell')],
    ['with a first name that is a family name', named(['Grace'], 'Eleanor O’Donnell')],
    ['in another script', named(['Грейс', 'Элеонора'], 'О’Доннелл')],
    ['without any', { nameParts: [] }],
  ])('%s', (_how, name) => {
    expect(nameKey(name)).not.toBe(grace)
  })
})
