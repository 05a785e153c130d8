import type { PersonName } from './names.ts'

/**
 * A name as it is compared: without case, accents, spaces, hyphens, apostrophes, and in whatever order the first names
 * stand. Nothing is guessed: a first name more is another name.
 */
export function nameKey({ nameParts }: PersonName): string {
  const of = (type: 'GivenName' | 'FamilyName') =>
    nameParts.filter((part) => part.type === type).flatMap(({ value }) => value.split(/[\s-]+/).map(plain))
  const given = of('GivenName').filter((part) => part !== '')
  return `${given.toSorted().join(' ')}/${of('FamilyName').join('')}`
}

/** Letters and digits alone, lower case, as one would type them on any keyboard. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')

// Those that Unicode does not take apart.
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}
