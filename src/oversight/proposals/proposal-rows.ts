import type { Agreement } from '../../agreements/agreement.ts'
import type { Proposal } from '../../agreements/proposals/proposal.ts'
import { fieldsInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { formatDate, formatDateTime, ukToday } from '../../shared/dates.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { typeOf } from './list.ts'
import { eventName, words } from './place.ts'

/** A proposal as a summary shows it, with what would be new. */
export function rowsOf(proposal: Proposal, before: Agreement | undefined, language: Language, events: Catalogue) {
  const { one, list, form } = words[language]
  const { terms, presumedAt, precedent, state } = proposal
  const type = typeOf(proposal)
  const fields = terms.events[0]?.fields ?? []
  const told = before?.events.find((event) => event.type === type)?.fields ?? []
  const inWords = (names: string[]) => fieldsInWords({ types: [type], fields: names }, language, events).join(', ')
  const values = {
    state: list.states[state],
    event: eventName(type, language, events),
    purpose: inLanguage(terms.purpose, language),
    fields: inWords(fields),
    added: before ? inWords(fields.filter((field) => !told.includes(field))) : '',
    basis: form.bases[terms.legal_basis as keyof typeof form.bases] ?? terms.legal_basis,
    power: terms.power,
    proposed: formatDateTime(proposal.proposedAt, language),
    presumed:
      state === 'proposed' && presumedAt && precedent
        ? one.presumed(formatDate(ukToday(presumedAt), language), precedent)
        : '',
    reason: proposal.reason ?? '',
  }
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [{ key: { text: one.rows[key as keyof typeof one.rows] }, value: { text: value } }],
  )
}
