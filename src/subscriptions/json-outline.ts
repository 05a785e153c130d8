import { placeOf, type Path } from '../agencies/file-mistakes.ts'

/** What JSON.parse does not tell: where everything stands, which keys stand twice, and where broken text breaks. */
export interface JsonOutline {
  /** Line of each key and list item, by place; of a key that stands twice the last, which is the one that counts. */
  lines: Map<string, number>
  repeated: Path[]
  /** The first place where the text is not JSON (RFC 8259), and what should stand there. */
  broken?: { line: number; column: number; expected: Wanted }
}

export function outlineJson(text: string): JsonOutline {
  const outline: JsonOutline = { lines: new Map(), repeated: [] }
  const open: Open[] = []
  let wanted: Wanted = 'a value'
  for (const token of tokensOf(text)) {
    const { kind, line, column } = token
    if (!ALLOWED[wanted].includes(kind)) return { ...outline, broken: { line, column, expected: wanted } }
    const isKey: boolean = kind === 'string' && wanted.startsWith('a key')
    if (isKey) enterKey(open, token, outline)
    if (isKey || isItem(open, wanted)) outline.lines.set(placeOf(open.map(({ at }) => at)), line)
    wanted = isKey ? 'a colon' : wantedAfter(open, kind)
  }
  return outline
}

type Wanted = keyof typeof ALLOWED

const VALUE = ['{', '[', 'string', 'scalar']
const ALLOWED = {
  'a value': VALUE,
  'a value or ]': [...VALUE, ']'],
  'a key': ['string'],
  'a key or }': ['string', '}'],
  'a colon': [':'],
  'a comma or }': [',', '}'],
  'a comma or ]': [',', ']'],
  'nothing more': ['end'],
}

/** An entry or a list that has not been closed: the key or the place in it that we are at. */
type Open = { at: string; seen: Set<string> } | { at: number }

interface Token {
  kind: string
  text: string
  line: number
  column: number
}

// Blanks, strings (without control characters below U+0020), numbers and words, and one letter of anything else.
const TOKEN =
  /[ \t\r]+|\n|"(?:[^"\\[\p{Cc}--[\x7f-\x9f]]]|\\(?:["\\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+\-]?\d+)?|true|false|null|./gsv

function* tokensOf(text: string): Generator<Token> {
  let line = 1
  let lineStart = 0
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    if (!/^[ \t\r\n]+$/.test(found)) yield { kind: kindOf(found), text: found, line, column: index - lineStart + 1 }
    if (found !== '\n') continue
    line += 1
    lineStart = index + 1
  }
  yield { kind: 'end', text: '', line, column: text.length - lineStart + 1 }
}

function kindOf(token: string): string {
  if (token.length > 1 && token.startsWith('"')) return 'string'
  return /^(-?\d.*|true|false|null)$/.test(token) ? 'scalar' : token
}

function enterKey(open: readonly Open[], { text }: Token, outline: JsonOutline): void {
  const entry = open.at(-1)
  if (!entry || !('seen' in entry)) return
  entry.at = JSON.parse(text) as string
  if (entry.seen.has(entry.at)) outline.repeated.push(open.map(({ at }) => at))
  entry.seen.add(entry.at)
}

const isItem = (open: readonly Open[], wanted: Wanted) =>
  typeof open.at(-1)?.at === 'number' && wanted.startsWith('a value')

function wantedAfter(open: Open[], kind: string): Wanted {
  const inside = open.at(-1)
  if (kind === '{') return (open.push({ at: '', seen: new Set() }), 'a key or }')
  if (kind === '[') return (open.push({ at: 0 }), 'a value or ]')
  if (kind === ':') return 'a value'
  if (kind === ',') return inside && 'seen' in inside ? 'a key' : (nextItem(inside), 'a value')
  if (kind === '}' || kind === ']') open.pop()
  const around = open.at(-1)
  if (!around) return 'nothing more'
  return 'seen' in around ? 'a comma or }' : 'a comma or ]'
}

function nextItem(list: Open | undefined): void {
  if (list && !('seen' in list)) list.at += 1
}
