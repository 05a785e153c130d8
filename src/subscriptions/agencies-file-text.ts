import type { Mistake, Path } from '../agencies/file-entry.ts'
import { placeOf } from '../agencies/file-entry.ts'

export type JsonReading = { value: unknown; repeated: Mistake[] } | { mistakes: Mistake[] }

/** JSON, or where it breaks. A key that stands twice in an entry is a mistake: JSON.parse would drop the first. */
export function readJson(text: string): JsonReading {
  const json = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(json)
    const repeated = keysOf(json).repeated.map((path) => ({ path, problem: 'stands twice in the same entry' }))
    return { value, repeated }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { mistakes: [{ path: [], problem: `is not JSON: ${whereItBreaks(error.message, json)}` }] }
  }
}

/** The line that a place in the file is on, or the nearest line above it where the place itself is missing. */
export function lineFinder(text: string): (path: Path) => number {
  const { lines } = keysOf(text.replace(/^\uFEFF/, ''))
  const find = (path: Path): number => (path.length === 0 ? 1 : (lines.get(placeOf(path)) ?? find(path.slice(0, -1))))
  return find
}

/** V8 says "at position 109 (line 3 column 107)"; at the end of the text it says nothing. */
function whereItBreaks(message: string, json: string): string {
  const [, reason = message, position] = /^(.*?)(?: in JSON| after JSON)? at position (\d+)/.exec(message) ?? []
  const before = position === undefined ? json.trimEnd() : json.slice(0, Number(position))
  const lines = before.split('\n')
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: ${reason}`
}

interface Keys {
  /** Line of each key and list item, by place. */
  lines: Map<string, number>
  repeated: Path[]
}

/** An entry or a list that is open: the key or the place in it that we are at. */
type Open = { at: string; seen: Set<string> } | { at: number }

/** Walks over the tokens of what JSON.parse has found to be JSON. */
function keysOf(json: string): Keys {
  const keys: Keys = { lines: new Map(), repeated: [] }
  const open: Open[] = []
  let line = 1
  for (const [token] of json.matchAll(TOKEN)) {
    const isKey = token.endsWith(':')
    if (isKey) enterKey(open, token, keys)
    const noted = isKey || (typeof open.at(-1)?.at === 'number' && !/^[\],\n]/.test(token))
    const place = placeOf(open.map(({ at }) => at))
    if (noted && !keys.lines.has(place)) keys.lines.set(place, line)
    moveOn(open, token)
    line += token.split('\n').length - 1
  }
  return keys
}

const TOKEN = /\n|"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]|[^\s{}[\],:"]+/g

function enterKey(open: Open[], token: string, keys: Keys): void {
  const entry = open.at(-1)
  if (!entry || !('seen' in entry)) return
  entry.at = JSON.parse(token.slice(0, -1)) as string
  if (entry.seen.has(entry.at)) keys.repeated.push(open.map(({ at }) => at))
  entry.seen.add(entry.at)
}

function moveOn(open: Open[], token: string): void {
  const inside = open.at(-1)
  if (token === '{') open.push({ at: '', seen: new Set() })
  else if (token === '[') open.push({ at: 0 })
  else if (token === '}' || token === ']') open.pop()
  else if (token === ',' && inside && !('seen' in inside)) inside.at += 1
}
