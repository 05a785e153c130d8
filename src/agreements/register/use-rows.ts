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
    head: [text.month, text.told, text.used, text.drift].map((name, at) => ({ text: name, ...numeric(at) })),
    rows: months.map((month) => cells(month, language)),
  }
}

const cells = ({ month, told, used, drift }: UseInMonth, language: Language) =>
  [monthInWords(month, language), ...[told, used, drift].map((count) => countInWords(count, language))].map(
    (text, at) => ({ text, ...numeric(at) }),
  )

const monthInWords = (date: string, language: Language) => formatPartialDate(date.slice(0, 7), language)

const countInWords = (count: number, language: Language) =>
  fewer(count)?.toLocaleString('en-GB') ?? registerWords[language].use.few

const numeric = (column: number) => (column > 0 ? { format: 'numeric' } : {})
