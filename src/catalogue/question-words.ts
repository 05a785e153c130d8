import type { Language } from '../shared/language.ts'

export type InBoth<Words> = Record<Language, Words>

/** Of every question: its title is the page's heading, and the label or legend of what is asked. */
export interface QuestionWords {
  title: string
  /** How "check answers" calls it; without it the answer has no row there. */
  row?: string
  hint?: string
  /** Help that most people do not need. */
  details?: { summary: string; paragraphs: readonly string[] }
}

export interface DateWords extends QuestionWords {
  errors: {
    blank: string
    partlyBlank: (missing: string) => string
    notReal: string
    tooEarly: (date: string) => string
    tooLate: (date: string) => string
  }
}

export interface NamesWords extends QuestionWords {
  errors: { firstBlank: string; lastBlank: string; tooLong: string }
}

export interface OptionWords extends QuestionWords {
  options: Readonly<Record<string, string>>
  optionHints?: Readonly<Record<string, string>>
  errors: { blank: string }
}

export interface StatementWords extends QuestionWords {
  paragraphs: readonly string[]
  /** Beside the box to tick: "I have their permission …". */
  label: string
  errors: { blank: string }
}

export interface RegistrationWords extends QuestionWords {
  reference: string
  referenceHint: string
  date: string
  dateHint: string
  errors: {
    blank: string
    wrong: string
    dateBlank: string
    datePartlyBlank: (missing: string) => string
    dateNotReal: string
    dateTooLate: string
    notFound: string
    unavailable: string
  }
}

export interface ListWords extends QuestionWords {
  /** Heading of the page about one of them. */
  item: (number: number) => string
  /** How the list calls one of them: "Child 2". */
  each: (number: number) => string
  another: string
  errors: { blank: string; full: string }
}

/** The words of both languages, key by key. */
export function inBoth<Words extends object>(en: Words, cy: Words): { [Key in keyof Words]: InBoth<Words[Key]> } {
  const keys = Object.keys(en) as (keyof Words)[]
  return Object.fromEntries(keys.map((key) => [key, { en: en[key], cy: cy[key] }])) as {
    [Key in keyof Words]: InBoth<Words[Key]>
  }
}
