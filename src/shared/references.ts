import { randomInt } from 'node:crypto'

// Crockford's base 32: no I, L, O or U, so that a reference survives being read aloud or copied by hand.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference for people, `7K3M-9QXD-24TV`: 60 random bits, so that nobody can guess another's. */
export function newReference(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)])
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/** What a person typed or followed, in its stored form; undefined when it cannot be a reference. */
export function parseReference(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (letters.length !== 12 || [...letters].some((letter) => !LETTERS.includes(letter))) return undefined
  return [0, 4, 8].map((start) => letters.slice(start, start + 4)).join('-')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (text: string) => UUID.test(text)
