import { placeOf, type Mistake, type Path } from '../agencies/file-mistakes.ts'
import { outlineJson } from './json-outline.ts'

/** JSON, or where it breaks. A key that stands twice in an entry is a mistake: JSON.parse would drop the first. */
export function readJson(text: string): { value: unknown; repeated: Mistake[] } | { mistakes: Mistake[] } {
  const json = withoutMark(text)
  const { broken, repeated } = outlineJson(json)
  if (broken) {
    const { line, column, expected } = broken
    return {
      mistakes: [{ path: [], problem: `is not JSON: ${expected} should stand at line ${line}, column ${column}` }],
    }
  }
  return {
    value: JSON.parse(json),
    repeated: repeated.map((path) => ({ path, problem: 'stands twice in the same entry' })),
  }
}

/** With the line that each is on, or the nearest line above it where a key is missing; from the top of the file. */
export function onLines(text: string, mistakes: readonly Mistake[]): (Mistake & { line: number })[] {
  const { lines } = outlineJson(withoutMark(text))
  const lineOf = (path: Path): number =>
    path.length === 0 ? 1 : (lines.get(placeOf(path)) ?? lineOf(path.slice(0, -1)))
  return mistakes.map((mistake) => ({ ...mistake, line: lineOf(mistake.path) })).toSorted((a, b) => a.line - b.line)
}

/** Some editors put a byte order mark in front, which JSON does not know. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/, '')
