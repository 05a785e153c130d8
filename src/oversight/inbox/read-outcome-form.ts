import { readOutcome, type Outcome } from '../../deliveries/outcome.ts'
import { parseDateParts, type CalendarDate, type DatePart } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import {
  LONGEST,
  offerActions,
  outcomeFields,
  outcomeStatuses,
  type DateField,
  type OutcomeProblem,
  type OutcomeStatus,
  type WordField,
} from './outcome-fields.ts'

export type Typed = Record<string, string>

export type ReadForm = { typed: Typed; problems: OutcomeProblem[] } & ({ outcome: Outcome } | { outcome?: undefined })

/** What an officer put in the form; what belongs to another answer than the chosen one is passed over. */
export function readOutcomeForm(body: unknown, today: CalendarDate): ReadForm {
  const typed = Object.fromEntries(outcomeFields.map((name) => [name, textField(body, name)]))
  const status = outcomeStatuses.find((known) => known === typed['status'])
  const effective = readDay(typed, 'effective', status === 'done')
  const due = readDay(typed, 'due', status === 'needs_information')
  const problems: OutcomeProblem[] = [
    ...(status ? [] : [{ kind: 'status' } as const]),
    ...effective.problems,
    ...due.problems,
    ...(due.date && due.date < today ? [{ kind: 'past' } as const] : []),
    ...missingWords(typed, status),
    ...missingOffer(typed),
    ...tooLong(typed),
  ]
  if (problems.length > 0 || !status) return { typed, problems }
  const read = readOutcome(outcomeOf(typed, status, { effective: effective.date, due: due.date }))
  if (read.kind === 'invalid') throw new Refusal('invalid', 'The outcome was refused', { errors: read.errors })
  return { typed, problems, outcome: read.outcome }
}

function outcomeOf(typed: Typed, status: OutcomeStatus, days: Record<DateField, CalendarDate | undefined>) {
  const word = (name: WordField) => typed[name] ?? ''
  const [message, welsh] = [word('message'), word('message-cy')]
  return {
    status,
    ...(days.effective && { effective_date: days.effective }),
    ...(days.due && { due_by: days.due }),
    ...(message && { message: { en: message, ...(welsh && { cy: welsh }) } }),
    ...(status === 'refused' && { reason: word('reason') }),
    ...(word('offer-title') && {
      offer: { title: word('offer-title'), text: word('offer-text'), action: typed['offer-action'] },
    }),
  }
}

function readDay(typed: Typed, field: DateField, asked: boolean): { date?: CalendarDate; problems: OutcomeProblem[] } {
  if (!asked) return { problems: [] }
  const part = (name: DatePart) => typed[`${field}-${name}`] ?? ''
  const parsed = parseDateParts({ day: part('day'), month: part('month'), year: part('year') })
  if (parsed.kind === 'blank') return { problems: [] }
  if (parsed.kind === 'partly-blank') return { problems: [{ kind: 'partly-blank', field, missing: parsed.missing }] }
  return parsed.kind === 'date' ? { date: parsed.date, problems: [] } : { problems: [{ kind: 'not-real', field }] }
}

function missingWords(typed: Typed, status: OutcomeStatus | undefined): OutcomeProblem[] {
  const needed = status === 'needs_information' && !typed['message'] && !typed['message-cy']
  return [
    ...(status === 'refused' && !typed['reason'] ? [{ kind: 'reason' } as const] : []),
    ...(needed ? [{ kind: 'message' } as const] : []),
    ...(typed['message-cy'] && !typed['message'] ? [{ kind: 'english' } as const] : []),
  ]
}

/** An offer is whole or there is none. */
function missingOffer(typed: Typed): OutcomeProblem[] {
  const parts = ['offer-title', 'offer-text', 'offer-action'] as const
  if (parts.every((name) => !typed[name])) return []
  const action = offerActions.some((known) => known === typed['offer-action'])
  return parts.filter((name) => (name === 'offer-action' ? !action : !typed[name])).map((kind) => ({ kind }))
}

const tooLong = (typed: Typed): OutcomeProblem[] =>
  (Object.keys(LONGEST) as WordField[])
    .filter((name) => (typed[name] ?? '').length > LONGEST[name])
    .map((field) => ({ kind: 'long', field }))
