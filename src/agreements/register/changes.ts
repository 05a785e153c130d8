import { formatDate } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import type { Agreement } from '../agreement.ts'
import { changedTerms } from '../changed-terms.ts'
import { basisInWords, eventInWords, fieldsInWords, words as agreementWords } from '../show-agreement.ts'
import type { Reading } from './list-page.ts'
import { accountInWords } from './account-rows.ts'
import { registerWords } from './words.ts'

type Reader = Pick<Reading, 'language' | 'events'>

/** What a version says otherwise than the one before it, a sentence each, in the order of the terms. */
export function changesInWords(before: Agreement, after: Agreement, reader: Reader): string[] {
  return changedTerms(before, after).flatMap((term) => {
    if (term === 'events') return eventChanges(before, after, reader)
    if (term === 'matching') return matchingChanges(before, after, reader)
    if (term === 'account') return accountChanges(before, after, reader.language)
    return valueChange(term, before, after, reader.language)
  })
}

function eventChanges(before: Agreement, after: Agreement, reader: Reader): string[] {
  const text = registerWords[reader.language].changes
  const types = [...new Set([...before.events, ...after.events].map(({ type }) => type))].toSorted()
  return types.flatMap((type) => {
    const [old, now] = [before, after].map(({ events }) => events.find((event) => event.type === type)?.fields)
    const name = eventInWords(type, reader.language, reader.events)
    const labels = (fields: readonly string[]) => inOneLine(fields, [type], reader)
    if (!old) return [text.eventAdded(name, labels(now ?? []))]
    if (!now) return [text.eventRemoved(name)]
    const { added, removed } = difference(old, now)
    return [
      ...(added.length > 0 ? [text.fieldsAdded(name, labels(added))] : []),
      ...(removed.length > 0 ? [text.fieldsRemoved(name, labels(removed))] : []),
    ]
  })
}

function matchingChanges(before: Agreement, after: Agreement, reader: Reader): string[] {
  const text = registerWords[reader.language].changes
  const { added, removed } = difference(before.matching, after.matching)
  const types = [...before.events, ...after.events].map(({ type }) => type)
  return [
    ...(added.length > 0 ? [text.matchingAdded(inOneLine(added, types, reader))] : []),
    ...(removed.length > 0 ? [text.matchingRemoved(inOneLine(removed, types, reader))] : []),
  ]
}

/** Part by part; the parts of an account that came whole would only say it twice. */
function accountChanges(before: Agreement, after: Agreement, language: Language): string[] {
  const text = registerWords[language].changes
  if (!before.account || !after.account) return [after.account ? text.accountAdded : text.accountRemoved]
  const [old, now] = [accountInWords(before.account, language), accountInWords(after.account, language)]
  const parts = [...new Set([...old.keys(), ...now.keys()])].filter((part) => old.get(part) !== now.get(part))
  if (parts.length === 0) return [text.reworded(text.terms.account)]
  return parts.map((part) => said(part, old.get(part), now.get(part), language))
}

const inOneLine = (fields: readonly string[], types: readonly string[], { language, events }: Reader) =>
  fieldsInWords({ types, fields }, language, events).join(', ')

function difference(old: readonly string[], now: readonly string[]) {
  return { added: now.filter((one) => !old.includes(one)), removed: old.filter((one) => !now.includes(one)) }
}

function valueChange(term: keyof Agreement, before: Agreement, after: Agreement, language: Language): string[] {
  const text = registerWords[language].changes
  const label = (text.terms as Partial<Record<string, string>>)[term] ?? term
  const [old, now] = [valueInWords(term, before, language), valueInWords(term, after, language)]
  return [said(label, old, now, language)]
}

function said(label: string, old: string | undefined, now: string | undefined, language: Language): string {
  const text = registerWords[language].changes
  // Only the words in the other language are others.
  if (old === now) return text.reworded(label)
  if (old === undefined) return text.set(label, now ?? '')
  return now === undefined ? text.dropped(label, old) : text.moved(label, old, now)
}

/** Undefined: not set. */
function valueInWords(term: keyof Agreement, agreement: Agreement, language: Language): string | undefined {
  const { agreement: text } = agreementWords[language]
  const value: unknown = agreement[term]
  if (value === null || value === undefined) return undefined
  if (term === 'legalBasis') return basisInWords(agreement.legalBasis, language)
  if (term === 'choice') return text.choices[agreement.choice]
  if (term === 'usualDays') return text.days(agreement.usualDays)
  if (agreement.trial && term === 'trial') return registerWords[language].account.trials[agreement.trial]
  if (typeof value === 'boolean') return registerWords[language].changes.yesOrNo[value ? 'yes' : 'no']
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return isDay(value) ? formatDate(value, language) : value
  return isBilingual(value) ? inLanguage(value, language) : undefined
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string'
