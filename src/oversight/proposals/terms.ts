import { readEntry } from '../../agencies/file-mistakes.ts'
import { agreementEntry, type AgreementEntry } from '../../agreements/agreement-entry.ts'
import { listAgreements, type RegisteredAgreement } from '../../agreements/agreement-store.ts'
import { entryOf } from '../../agreements/proposals/proposal.ts'
import { nextReview } from '../../agreements/proposals/review.ts'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import { accountFrom } from './account-fields.ts'
import { asChosen } from './trial-choice.ts'
import type { Typed } from './typed-terms.ts'

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
