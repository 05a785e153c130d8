import type { Bilingual, Language } from '../shared/language.ts'

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
export const row = (key: string, ...lines: (Line | string | undefined)[]): SummaryRow[] => {
  const said = lines.filter((line) => line !== undefined && line !== '')
  const asLines = said.map((line) => (typeof line === 'string' ? { text: line } : (line as Line)))
  return asLines.length > 0 ? [{ key, lines: asLines }] : []
}

/** Words of a body: in English, and marked so, where it gave no Welsh. */
export function phrase(words: Bilingual, language: Language): Line {
  const text = words[language]
  return text === undefined ? { text: words.en, lang: 'en' } : { text }
}

/** `Name, date of birth and address`. In Welsh with commas alone: its *and* changes the words around it. */
export function listOf(items: readonly string[], language: Language): string {
  const list = language === 'en' ? new Intl.ListFormat('en-GB').format(items) : items.join(', ')
  return list.charAt(0).toUpperCase() + list.slice(1)
}
