import { formatPartialDate, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { fewer } from '../directory/agency-record.ts'
import type { AgreementUse, UseInMonth } from './agreement-use.ts'
import { registerWords } from './words.ts'

/** How an agreement is used, for its page: by months, and never so that it tells of one person. */
export function useInWords({ months, lastAt }: AgreementUse, language: Language) {
  const text = registerWords[language].use
  const drift = months.reduce((sum, month) => sum + month.drift, 0)
  return {
    last: lastAt && monthInWords(ukToday(lastAt), language),
    drift: drift > 0 ? text.driftSome(countInWords(drift, language)) : text.driftNone,
    went: drift > 0,
    months: months.map((month) => ({ month: monthInWords(month.month, language), lines: linesOf(month, language) })),
  }
}

/** Not a table: on a narrow screen, in Welsh, its four columns would be wider than the screen. */
function linesOf({ told, used, drift }: UseInMonth, language: Language): string[] {
  const text = registerWords[language].use
  const line = (name: string, count: number) => text.line(name, countInWords(count, language))
  return [line(text.told, told), line(text.used, used), line(text.drift, drift)]
}

const monthInWords = (date: string, language: Language) => formatPartialDate(date.slice(0, 7), language)

const countInWords = (count: number, language: Language) =>
  fewer(count)?.toLocaleString('en-GB') ?? registerWords[language].use.few
