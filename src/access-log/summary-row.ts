import type { Language } from '../shared/language.ts'
import { remembered } from '../shared/remembered.ts'

/** One row of a summary list: what it is about, and what there is to say, a line at a time. */
export interface SummaryRow {
  key: string
  lines: Line[]
}

export interface Line {
  text: string
  /** The line's own language, where it is not the page's. */
  lang?: Language
  href?: string
  /** What a link adds for those who hear it without what stands around it. */
  hidden?: string
  /** Makes it a tag of this colour. */
  tag?: 'blue' | 'green' | 'grey' | 'orange' | 'red' | 'yellow'
}

/** A row when there is anything to say in it. */
export const row = (key: string, ...lines: (Line | string | false | undefined)[]): SummaryRow[] => {
  const asLines = lines.flatMap((line) => (line ? [typeof line === 'string' ? { text: line } : line] : []))
  return asLines.length > 0 ? [{ key, lines: asLines }] : []
}

/** `Name, date of birth and address`. In Welsh with commas alone: its *and* changes the words around it. */
export function listOf(items: readonly string[], language: Language): string {
  const list = language === 'en' ? inEnglish(items.join('\n')) : items.join(', ')
  return list.charAt(0).toUpperCase() + list.slice(1)
}

// Made once: making it takes a hundred times as long as using it.
const englishList = new Intl.ListFormat('en-GB')
const inEnglish = remembered((lines: string) => englishList.format(lines.split('\n')))
