import type { Language } from '../../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { dateParts, LONGEST, offerActions, outcomeStatuses, type OutcomeProblem } from './outcome-fields.ts'
import type { Typed } from './read-outcome-form.ts'

const content = { en, cy }

/** Everything that the form shows: what was typed, and what is wrong with it, by field. */
export function outcomeForm(
  id: string,
  language: Language,
  typed: Typed = {},
  problems: readonly OutcomeProblem[] = [],
) {
  const words = content[language].outcome
  const errors = Object.fromEntries(problems.map((problem) => [fieldOf(problem), messageOf(problem, language)]))
  const chosen = (name: string, value: string) => typed[name] === value
  return {
    ...{ words, typed, errors, longest: LONGEST, action: `/agency/inbox/${id}/outcome` },
    statuses: outcomeStatuses.map((value) => ({
      ...{ value, text: words.statuses[value], checked: chosen('status', value) },
    })),
    actions: offerActions.map((value) => ({
      ...{ value, text: words.actions[value], checked: chosen('offer-action', value) },
    })),
    dates: {
      effective: dateItems('effective', typed, problems, language),
      due: dateItems('due', typed, problems, language),
    },
  }
}

/** For the error summary: each leads to the field that it is about. */
export const outcomeErrors = (problems: readonly OutcomeProblem[], language: Language) =>
  problems.map((problem) => ({ field: inputOf(problem), message: messageOf(problem, language) }))

function fieldOf(problem: OutcomeProblem): string {
  if (problem.kind === 'past') return 'due'
  if (problem.kind === 'english') return 'message'
  return 'field' in problem ? problem.field : problem.kind
}

function inputOf(problem: OutcomeProblem): string {
  if (problem.kind === 'partly-blank') return `${problem.field}-${problem.missing[0] ?? 'day'}`
  const field = fieldOf(problem)
  return field === 'effective' || field === 'due' ? `${field}-day` : field
}

function messageOf(problem: OutcomeProblem, language: Language): string {
  const { errors } = content[language].outcome
  if (problem.kind === 'not-real') return errors['not-real'][problem.field]
  if (problem.kind === 'long') return errors.long[problem.field]
  if (problem.kind !== 'partly-blank') return errors[problem.kind]
  return errors['partly-blank'][problem.field](problem.missing.map((part) => errors.parts[part]).join(errors.and))
}

function dateItems(field: 'effective' | 'due', typed: Typed, problems: readonly OutcomeProblem[], language: Language) {
  const wrong = problems.find((problem) => fieldOf(problem) === field)
  const marked = wrong?.kind === 'partly-blank' ? wrong.missing : dateParts
  return dateParts.map((part) => ({
    name: part,
    label: content[language].outcome[part],
    value: typed[`${field}-${part}`] ?? '',
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}${wrong && marked.includes(part) ? ' govuk-input--error' : ''}`,
  }))
}
