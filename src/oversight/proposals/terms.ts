import { readEntry } from '../../agencies/file-mistakes.ts'
import { agreementEntry, type AgreementEntry } from '../../agreements/agreement-entry.ts'
import { listAgreements, type RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { powerProblem } from '../../agreements/power.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { nextReview } from '../../agreements/proposals/review.ts'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import { listField, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { accountBefore, accountFrom, accountMistakes, typedAccount, type TypedAccount } from './account-fields.ts'
import { words } from './place.ts'
import { asChosen } from './trial-choice.ts'

/** What was typed. */
export interface Typed extends TypedAccount {
  fields: string[]
  purpose: string
  purposeCy: string
  basis: string
  power: string
  /** Id of a body; '' for what citizens report here. */
  holder: string
  /** A kind of trial, or `no`. */
  trial: string
  hours: string
}

/** How many questions the form asks: paperwork is counted. */
export const QUESTIONS = 18

export const typedIn = (body: FormBody, event: LifeEvent): Typed => ({
  ...typedAccount(body),
  fields: listField(body, 'fields').filter((name) => Object.hasOwn(event.fields, name)),
  purpose: textField(body, 'purpose'),
  purposeCy: textField(body, 'purpose-cy'),
  basis: textField(body, 'basis'),
  power: textField(body, 'power'),
  holder: textField(body, 'holder'),
  trial: textField(body, 'trial'),
  hours: textField(body, 'hours'),
})

/** The agreement of the body about this event that a proposal would change. */
export async function standing(db: Db, agencyId: string, event: LifeEvent) {
  const all = await listAgreements(db)
  const own = all.filter((one) => one.agencyId === agencyId)
  return (
    own.find((one) => one.state === 'live' && one.events.some(({ type }) => type === event.type)) ??
    own.find(({ id }) => id === newId(agencyId, event))
  )
}

export const newId = (agencyId: string, { type }: LifeEvent) => `${agencyId}-${type}`.slice(0, 80)

/** As a draft has it, or the agreement that stands. */
export const typedBefore = (before: AgreementEntry | undefined, event: LifeEvent): Typed => ({
  ...accountBefore(before?.account),
  fields: before?.events.find(({ type }) => type === event.type)?.fields ?? [],
  purpose: before?.purpose.en ?? '',
  purposeCy: before?.purpose.cy ?? '',
  basis: before?.legal_basis ?? '',
  power: before?.power ?? '',
  holder: before?.holder ?? '',
  trial: before?.trial ?? 'no',
  hours: '',
})

const LONGEST = 499
const MOST_HOURS = 10_000

export function mistakesIn(typed: Typed, language: Language): FieldError[] {
  const { form } = words[language]
  const { fields, purpose, purposeCy, basis, power } = typed
  const text = (field: string, value: string, missing: string) =>
    value === '' ? [{ field, message: missing }] : value.length > LONGEST ? [{ field, message: form.tooLong }] : []
  return [
    ...(fields.length > 0 ? [] : [{ field: 'fields', message: form.missingFields }]),
    ...text('purpose', purpose, form.missingPurpose),
    ...text('purpose-cy', purposeCy, form.missingPurposeCy),
    ...(Object.hasOwn(form.bases, basis) ? [] : [{ field: 'basis', message: form.missingBasis }]),
    ...text('power', power, form.missingPower),
    ...(power !== '' && powerProblem(power) ? [{ field: 'power', message: form.wrongPower }] : []),
    ...accountMistakes(typed, language),
    ...(minutesOf(typed) === undefined ? [{ field: 'hours', message: form.wrongHours }] : []),
  ]
}

/** Null where nothing is said; undefined for what is no number of hours. */
export function minutesOf({ hours }: Typed): number | null | undefined {
  if (hours === '') return null
  const read = Number(hours.replace(',', '.'))
  return read >= 0 && read <= MOST_HOURS ? Math.round(read * 60) : undefined
}

interface Around {
  event: LifeEvent
  agencyId: string
  before: RegisteredAgreement | undefined
  today: CalendarDate
}

/** As the agencies file would have it, checked as the file is. */
export function termsFrom(typed: Typed, around: Around): AgreementEntry {
  const reading = readEntry(agreementEntry([...lifeEvents, around.event]), unfinishedTerms(typed, around))
  if ('value' in reading) return reading.value
  throw new Refusal('invalid', reading.mistakes.map(({ problem }) => problem).join('; '))
}

/** As far as they are typed: a draft may leave anything blank. What the form does not ask stays as it was. */
export function unfinishedTerms(typed: Typed, { event, agencyId, before, today }: Around): AgreementEntry {
  const base = before ? entryOf(before) : { id: newId(agencyId, event), starts_on: today }
  const others = before?.events.filter(({ type }) => type !== event.type) ?? []
  const { fields, purpose, purposeCy, basis, power } = typed
  const { power_name: name, choice: _, review_on: review, holder: __, ...kept } = base as AgreementEntry
  const terms = {
    ...kept,
    review_on: review !== undefined && review > today ? review : nextReview(base.starts_on ?? today, today),
    ...(name && before?.power === power && { power_name: name }),
    ...(typed.holder !== '' && { holder: typed.holder }),
    ...{ purpose: { en: purpose, cy: purposeCy }, legal_basis: basis, power },
    account: accountFrom(typed, before?.account) as NonNullable<AgreementEntry['account']>,
    events: [{ type: event.type, fields }, ...others],
  }
  return asChosen(terms, typed.trial, today)
}
