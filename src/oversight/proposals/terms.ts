import { readEntry } from '../../agencies/file-mistakes.ts'
import { agreementEntry, type AgreementEntry } from '../../agreements/agreement-entry.ts'
import { listAgreements, type RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { powerProblem } from '../../agreements/power.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { words } from './place.ts'

/** What was typed. */
export interface Typed {
  fields: string[]
  purpose: string
  purposeCy: string
  basis: string
  power: string
}

/** The agreement of the body about this event that a proposal would change. */
export async function standing(db: Db, agencyId: string, event: LifeEvent) {
  const all = await listAgreements(db)
  const own = all.filter((one) => one.agencyId === agencyId)
  return (
    own.find((one) => one.state === 'live' && one.events.some(({ type }) => type === event.type)) ??
    own.find(({ id }) => id === newId(agencyId, event))
  )
}

const newId = (agencyId: string, { type }: LifeEvent) => `${agencyId}-${type}`.slice(0, 80)

export const typedBefore = (before: RegisteredAgreement | undefined, event: LifeEvent): Typed => ({
  fields: before?.events.find(({ type }) => type === event.type)?.fields ?? [],
  purpose: before?.purpose.en ?? '',
  purposeCy: before?.purpose.cy ?? '',
  basis: before?.legalBasis ?? '',
  power: before?.power ?? '',
})

const LONGEST = 499

export function mistakesIn({ fields, purpose, purposeCy, basis, power }: Typed, language: Language): FieldError[] {
  const { form } = words[language]
  const text = (field: string, value: string, missing: string) =>
    value === '' ? [{ field, message: missing }] : value.length > LONGEST ? [{ field, message: form.tooLong }] : []
  return [
    ...(fields.length > 0 ? [] : [{ field: 'fields', message: form.missingFields }]),
    ...text('purpose', purpose, form.missingPurpose),
    ...text('purpose-cy', purposeCy, form.missingPurposeCy),
    ...(Object.hasOwn(form.bases, basis) ? [] : [{ field: 'basis', message: form.missingBasis }]),
    ...text('power', power, form.missingPower),
    ...(power !== '' && powerProblem(power) ? [{ field: 'power', message: form.wrongPower }] : []),
  ]
}

interface Around {
  event: LifeEvent
  agencyId: string
  before: RegisteredAgreement | undefined
}

/** As the agencies file would have it, checked as the file is. What the form does not ask stays as it was. */
export function termsFrom(typed: Typed, { event, agencyId, before }: Around): AgreementEntry {
  const base = before ? entryOf(before) : { id: newId(agencyId, event) }
  const others = before?.events.filter(({ type }) => type !== event.type) ?? []
  const { fields, purpose, purposeCy, basis, power } = typed
  const { power_name: name, choice: _, ...kept } = base as AgreementEntry
  const written = {
    ...kept,
    ...(name && before?.power === power && { power_name: name }),
    ...{ purpose: { en: purpose, cy: purposeCy }, legal_basis: basis, power },
    events: [{ type: event.type, fields }, ...others],
  }
  const reading = readEntry(agreementEntry([...lifeEvents, event]), written)
  if ('value' in reading) return reading.value
  throw new Refusal('invalid', reading.mistakes.map(({ problem }) => problem).join('; '))
}
