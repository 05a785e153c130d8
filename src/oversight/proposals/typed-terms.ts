import type { AgreementEntry } from '../../agreements/agreement-entry.ts'
import { powerProblem } from '../../agreements/power.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Language } from '../../shared/language.ts'
import { listField, textField, type FormBody } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { accountBefore, accountMistakes, typedAccount, type TypedAccount } from './account-fields.ts'
import { words } from './place.ts'

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
