import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bodies } from '../../src/demo/agencies/bodies.ts'
import { allWords } from '../support/words.ts'

/** A text that people read, in both languages, and where it stands. */
export interface Pair {
  place: string
  english: string
  welsh: string
}

/** What a reviewer opens: a row for each text that nobody has looked at, with a first cell to say that it is right. */
export const LIST = fileURLToPath(new URL('not-reviewed.csv', import.meta.url))
/** A hash of each pair that somebody has found right. A changed word in either language is another hash. */
export const REVIEWED = fileURLToPath(new URL('reviewed.txt', import.meta.url))

/** Every text of the service that has letters in it, once for each place. */
export async function everyPair(): Promise<Pair[]> {
  const files = await allWords()
  const ofFiles = files.flatMap(({ name, english, welsh }) =>
    [...english].map(([place, text]) => ({ place: `${name} ${place}`, english: text, welsh: welsh.get(place) ?? '' })),
  )
  const isText = ({ english }: Pair) => /\p{L}{2}/u.test(english) && !/^(\/|https:|#)\S*$/.test(english)
  return [...ofFiles, ...pairsIn(bodies, 'demo/agencies/bodies')].filter(isText)
}

export const hashOf = ({ english, welsh }: Pair) =>
  createHash('sha256')
    .update(JSON.stringify([english, welsh]))
    .digest('base64url')
    .slice(0, 16)

export const readReviewed = () => new Set(readFileSync(REVIEWED, 'utf8').split('\n').filter(Boolean))

/** The list as it should be. */
export const listOf = (pairs: readonly Pair[], reviewed: ReadonlySet<string>) =>
  [['right', 'place', 'English', 'Cymraeg'], ...pairs.filter((pair) => !reviewed.has(hashOf(pair))).map(rowOf)]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')

/** Hashes of the rows that a reviewer marked: anything in the first cell. */
export const markedIn = (list: string): string[] =>
  rowsOf(list)
    .slice(1)
    .flatMap(([mark = '', place = '', english = '', welsh = '']) =>
      mark.trim() === '' ? [] : [hashOf({ place, english, welsh })],
    )

const rowOf = ({ place, english, welsh }: Pair) => ['', place, english, welsh]

/** Spreadsheets give back cells with and without quotes, lines with either ending, and may put a mark of order first. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    if (cells.join('') !== '') rows.push(cells)
    cells = []
  }
  return rows
}

/** Objects of `en` and `cy`, however deep. */
function pairsIn(value: unknown, place: string): Pair[] {
  if (typeof value !== 'object' || value === null) return []
  const { en, cy } = value as { en?: unknown; cy?: unknown }
  if (typeof en === 'string') return [{ place, english: en, welsh: typeof cy === 'string' ? cy : '' }]
  const named = (key: string, inner: unknown) => (inner as { id?: string } | null)?.id ?? key
  return Object.entries(value).flatMap(([key, inner]) => pairsIn(inner, `${place}.${named(key, inner)}`))
}
