import type { Contact } from '../../agencies/agency.ts'
import { findAgencies } from '../../agencies/agency-store.ts'
import type { Facts } from '../../catalogue/life-event.ts'
import type { Bilingual } from '../../shared/language.ts'
import { recipientsOf } from '../../subscriptions/recipients-store.ts'
import { whoWillBeTold } from '../../subscriptions/who-will-be-told.ts'
import type { Said } from '../answers-store.ts'
import { journeyThrough } from '../journey/journey.ts'
import type { OpenJourney } from '../journey/open-journey.ts'
import type { Owner } from '../owner.ts'
import { bodiesShown } from './told-body-store.ts'

/** A body that only what was corrected concerns. */
export interface Newcomer {
  name: Bilingual
  purpose: Bilingual
  contact: Contact | undefined
}

/**
 * Who would be told of what a report says once it is corrected, and would not have been told of what it said before. A
 * body that has joined since the report was sent is none of them, and neither is one that the citizen kept out.
 */
export async function newcomersOf(
  owner: Owner,
  { journey, recipients, age }: OpenJourney,
  { facts, before, reportId }: { facts: Facts; before: Said; reportId: string },
): Promise<Newcomer[]> {
  const { event, known } = journey
  const eventType = event.type
  const areas = event.areas(journeyThrough(event, before.answers ?? {}, known).given, known)
  const formerly = await recipientsOf(owner.tx, { eventType, areas, today: known.today })
  const toldOf = (whom: typeof recipients, what: Facts) =>
    whoWillBeTold(whom, what, { eventType, age, aboutOther: event.about !== undefined }).told.map(
      ({ recipient }) => recipient,
    )
  const heard = [
    ...(await bodiesShown(owner, reportId)),
    ...toldOf(formerly, before.facts).map(({ agreement }) => agreement.id),
  ]
  const fresh = toldOf(recipients, facts).filter(({ agreement }) => !heard.includes(agreement.id))
  const agencies = await findAgencies(
    owner.tx,
    fresh.map(({ agency }) => agency.id),
  )
  return fresh.map(({ agency, agreement }) => ({
    name: agency.name,
    purpose: agreement.purpose,
    contact: agencies.get(agency.id)?.contact,
  }))
}
