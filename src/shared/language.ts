export const languages = ['en', 'cy'] as const
export type Language = (typeof languages)[number]

/** Words in both languages. Agencies may leave the Welsh out: then `inLanguage` falls back to English. */
export interface Bilingual {
  en: string
  cy?: string | undefined
}

export const inLanguage = (words: Bilingual, language: Language) => words[language] ?? words.en

/** The shape that Welsh words must have: every key of the English ones, with the same parameters. */
export type SameWords<English> = {
  [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : SameWords<English[Key]>
}
