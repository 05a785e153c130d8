import { addYears, formatDate, ukToday } from '../../shared/dates.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import { sharingOf, type Account } from '../account.ts'
import type { RegisteredAgreement } from '../agreement-store.ts'
import { said, type Said, type ShownRow } from '../show-agreement.ts'
import { periodInWords } from './period.ts'
import { registerWords } from './words.ts'

/** What an agreement says of itself beside its terms, in the order in which a reader doubts it; empty: nothing. */
export function accountRows(
  agreement: Pick<RegisteredAgreement, 'account' | 'holderId' | 'startsOn' | 'trial' | 'agreedAt'>,
  holder: Bilingual | undefined,
  language: Language,
): ShownRow[] {
  const text = registerWords[language].account
  const { account, holderId, startsOn, trial } = agreement
  const rows = [
    ...(holderId === null
      ? []
      : [{ ...row(text.holder, said(holder ?? { en: holderId }, language)), href: `/agencies/${holderId}` }]),
    ...(startsOn === null ? [] : [row(text.startsOn, { text: formatDate(startsOn, language) })]),
    ...(trial === null ? [] : [row(text.trial, { text: text.trials[trial] })]),
  ]
  return account ? [...rows, ...accountOnly(account, language), reviewsRow(agreement, language)] : rows
}

function accountOnly(account: Account, language: Language): ShownRow[] {
  const text = registerWords[language].account
  const words = (key: string, both: Bilingual | undefined) => (both ? [row(key, said(both, language))] : [])
  const points = (key: string, list: Account['benefits']) =>
    list.length > 0 ? [{ key, bullets: true, lines: list.map((one) => pointOf(one, language)) }] : []
  return [
    row(text.team, said(account.receiving_team, language)),
    ...(account.parties.length > 0 ? [partiesRow(account, language)] : []),
    row(text.sharing, { text: text.sharings[sharingOf(account)] }),
    ...points(text.benefits, account.benefits),
    ...points(text.risks, account.risks),
    ...words(text.harms, account.harms_of_not_sharing),
    ...words(text.safeguards, account.safeguards),
    ...words(text.sanctions, account.sanctions),
    ...(account.retention ? [row(text.retention, { text: periodInWords(account.retention, language) })] : []),
    ...words(text.notice, account.notice),
  ]
}

/** Of an account, which stands for the terms that are looked at again after a year and after two. */
function reviewsRow({ startsOn, agreedAt }: Pick<RegisteredAgreement, 'startsOn' | 'agreedAt'>, language: Language) {
  const text = registerWords[language].account
  const begun = startsOn ?? ukToday(agreedAt)
  const after = (years: number) => formatDate(addYears(begun, years), language)
  return row(text.reviews, { text: text.reviewsAt(after(1), after(2)) })
}

function partiesRow({ parties }: Account, language: Language): ShownRow {
  const text = registerWords[language].account
  const lines = parties.map(({ body, role }) => ({ text: text.party(body, text.roles[role]) }))
  return { key: text.parties, lines, bullets: lines.length > 1 }
}

/** With the address of its evidence, for somebody who doubts it. */
function pointOf({ text, evidence }: Account['benefits'][number], language: Language): Said {
  return { ...said(text, language), ...(evidence && { evidence }) }
}

const row = (key: string, line: Said): ShownRow => ({ key, lines: [line] })

/** The words of an account alone, to compare two of them; empty where there is none. */
export const accountInWords = (account: Account | null, language: Language): Map<string, string> =>
  new Map(
    (account ? accountOnly(account, language) : []).map(({ key, lines }) => [
      key,
      lines.map(({ text }) => text).join('; '),
    ]),
  )
