import type { CheerioAPI } from 'cheerio'

/**
 * The age at which people read an English text with ease: the grade of Flesch and Kincaid (Kincaid et al. 1975) plus
 * five, since school years are counted from the age of five or six. A rough measure: it counts, it does not understand.
 */
export function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’'-]+/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return grade + 5
}

/** The age at which a page is read with ease: everything in `main`, each piece of text once. */
export function readingAgeOf({ $ }: { $: CheerioAPI }): number {
  const main = $('main').clone()
  // Names for programs are not words that people read.
  main.find('code').remove()
  const pieces = main.find(BLOCKS).toArray()
  // An item of a list that holds paragraphs is read as its paragraphs.
  const innermost = pieces.filter((piece) => $(piece).find(BLOCKS).length === 0)
  return readingAge(sentencesIn(innermost.map((piece) => $(piece).text().replace(/\s+/g, ' ').trim())))
}

const BLOCKS =
  'h1, h2, h3, p, li, td, th, dt, dd, caption, legend, label, summary, .govuk-hint, .govuk-inset-text, .govuk-warning-text__text'

/** Of paragraphs, list items and headings, each of which ends a sentence whether it has a full stop or not. */
export function sentencesIn(blocks: readonly string[]): string[] {
  return blocks.flatMap((block) => block.split(/(?<=[.?!:])\s+/)).filter((sentence) => /\p{L}/u.test(sentence))
}

/** Groups of vowels; a final e is silent, as it is before a final s or d. */
function syllablesIn(word: string): number {
  const spoken = word.toLowerCase().replace(/(?<=[^aeiouy].*[^aeiouylt])e[sd]?$|(?<=[^aeiouy].*[lt])e$/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}
