import type { Language } from '../../shared/language.ts'
import { registerWords } from './words.ts'

/** An ISO 8601 period of years, months, weeks and days in words: `P1Y6M` is `1 year, 6 months`. */
export function periodInWords(period: string, language: Language): string {
  const { none, units } = registerWords[language].period
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count, unit]) => ({ count: Number(count), unit: unit as keyof typeof units }))
    .filter(({ count }) => count > 0)
  return parts.map(({ count, unit }) => units[unit](count)).join(', ') || none
}
