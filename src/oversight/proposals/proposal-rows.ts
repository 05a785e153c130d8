import type { Agreement } from '../../agreements/agreement.ts'
import type { Clock } from '../../agreements/proposals/clocks.ts'
import type { Proposal } from '../../agreements/proposals/proposal.ts'
import { fieldsInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { accountOf } from './account-rows.ts'
import { typeOf } from './list.ts'
import { eventName, words } from './place.ts'

interface About {
  before: Agreement | undefined
  /** Name of the body that holds what is asked for. */
  holder: Bilingual | undefined
  clock: Clock | undefined
  language: Language
  events: Catalogue
}

/** A proposal as a summary shows it, with what would be new. What it does not say has no row. */
export function rowsOf(proposal: Proposal, about: About) {
  const { one } = words[about.language]
  const values = {
    ...standingOf(proposal, about),
    ...termsOf(proposal, about),
    ...accountOf(proposal.terms.account, about.language),
    ...reviewOf(proposal, about.language),
    ...decisionOf(proposal, about.language),
  }
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [{ key: { text: one.rows[key as keyof typeof one.rows] }, value: { text: value } }],
  )
}

function standingOf({ state, proposedAt, presumedAt, precedent }: Proposal, { clock, language }: About) {
  const { one, list } = words[language]
  const presumedOn = (day: string, kind: string | null) =>
    kind === null ? one.presumedOfHolder(day) : one.presumed(day, kind)
  return {
    state: list.states[state],
    proposed: formatDateTime(proposedAt, language),
    clock: clock ? one.clocks[clock.step](formatDate(clock.due, language)) + (clock.late ? ` ${one.late}` : '') : '',
    presumed:
      state === 'proposed' && presumedAt ? presumedOn(formatDate(ukToday(presumedAt), language), precedent) : '',
  }
}

function termsOf(proposal: Proposal, { before, holder, language, events }: About) {
  const { form } = words[language]
  const { terms } = proposal
  const type = typeOf(proposal)
  const fields = terms.events[0]?.fields ?? []
  const told = before?.events.find((event) => event.type === type)?.fields ?? []
  const inWords = (names: string[]) => fieldsInWords({ types: [type], fields: names }, language, events).join(', ')
  const day = (date: string | undefined) => (date === undefined ? '' : formatDate(date, language))
  return {
    event: eventName(type, language, events),
    purpose: inLanguage(terms.purpose, language),
    fields: inWords(fields),
    added: before ? inWords(fields.filter((field) => !told.includes(field))) : '',
    basis: form.bases[terms.legal_basis as keyof typeof form.bases] ?? terms.legal_basis,
    power: terms.power,
    holder: holder ? inLanguage(holder, language) : '',
    trial: terms.trial ? form.trials[terms.trial] : '',
    starts: day(terms.starts_on),
    review: day(terms.review_on),
    ends: day(terms.ends_on),
  }
}

function reviewOf({ review }: Proposal, language: Language) {
  if (!review) return {}
  const text = words[language].review
  return {
    keep: text.keeps[review.keep],
    benefit: review.benefit,
    shown: text.shownOptions[review.shown ? 'yes' : 'no'],
    found: review.evidence ?? '',
    cost: review.cost,
  }
}

function decisionOf({ category, reason, withholding }: Proposal, language: Language) {
  const { categories } = words[language].one
  return { category: category ? categories[category] : '', reason: reason ?? '', withholding: withholding ?? '' }
}
