import { said, words as agreementWords } from '../../agreements/show-agreement.ts'
import { dataCategories, dataCategoryWords } from '../../catalogue/data-category.ts'
import { inLanguage, type Bilingual, type Language } from '../../shared/language.ts'
import { accessTypes } from '../access-record.ts'
import { cy } from '../content/cy.ts'
import { en } from '../content/en.ts'
import { basisLetters, choiceFields, type ChoiceField, type FilterProblem, type TypedFilter } from './filter.ts'
import type { ListedPurpose } from './purpose-store.ts'

const words = { en, cy }

interface Known {
  bodies: readonly string[]
  names: ReadonlyMap<string, Bilingual>
  purposes: readonly ListedPurpose[]
}

/** The lists of the filter's form, each with a first line for all of it. */
export function filterSelects(known: Known, typed: TypedFilter, language: Language) {
  const text = words[language].list.filter
  const options = optionsOf(known, language)
  return choiceFields.map((name) => ({
    ...{ name, label: text[name] },
    items: [{ value: '', text: text.all[name] }, ...options[name]].map((item) => ({
      ...item,
      selected: item.value === typed[name],
    })),
  }))
}

type Option = { value: string; text: string; attributes?: { lang: Language } }

function optionsOf({ bodies, names, purposes }: Known, language: Language): Record<ChoiceField, Option[]> {
  const { kinds } = words[language]
  const nameOf = (id: string) => inLanguage(names.get(id) ?? { en: id }, language)
  const lawful = agreementWords[language].basis
  return {
    body: bodies.map((id) => ({ value: id, text: nameOf(id) })),
    purpose: purposes.map(({ path, agencyId, purpose }) => {
      const { text, lang } = said(purpose, language)
      return { value: path, text: `${nameOf(agencyId)}: ${text}`, ...(lang && { attributes: { lang } }) }
    }),
    basis: basisLetters.map((letter) => ({ value: letter, text: lawful(`6(1)(${letter})`, letter) })),
    category: dataCategories.map((category) => ({ value: category, text: dataCategoryWords[language][category] })),
    type: accessTypes.map((type) => ({ value: type, text: kinds[type] })),
  }
}

/** @returns the message, the group it stands at, and the input that the error summary leads to. */
export function problemInWords(problem: FilterProblem, language: Language) {
  const { errors } = words[language]
  const { field, kind } = problem
  if (kind === 'unknown') return { field, summaryField: field, message: errors[kind][field] }
  if (kind === 'before-from')
    return { field, summaryField: 'to-day', message: errors[kind], missing: ['day', 'month', 'year'] }
  if (kind === 'not-real')
    return { field, summaryField: `${field}-day`, message: errors[kind][field], missing: ['day', 'month', 'year'] }
  const missing = problem.missing.map((part) => errors.parts[part]).join(errors.and)
  return {
    field,
    summaryField: `${field}-${problem.missing[0] ?? 'day'}`,
    message: errors[kind][field](missing),
    missing: problem.missing,
  }
}
