import type { Known } from '../catalogue/known.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import { verifiedNumbers } from '../catalogue/matching-numbers.ts'
import { identityOf } from '../identity/account-store.ts'
import { ageOn, ukToday } from '../shared/dates.ts'
import { recipientsOf, type Recipient } from '../subscriptions/recipients-store.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { findDraft } from './draft-store.ts'
import type { Owner } from './owner.ts'
import { journeyThrough, type Journey } from './journey.ts'
import { keptNumbers } from './number-store.ts'

/** Where a citizen stands in an event: their draft, their way through it, and who would be told. */
export interface OpenJourney {
  draft: Draft | undefined
  journey: Journey
  recipients: readonly Recipient[]
  /** In whole years, today. */
  age: number
}

/** In the citizen's context. @param draft when it was read already, under a lock. */
export async function openJourney(owner: Owner, event: LifeEvent, read?: Draft): Promise<OpenJourney> {
  const { tx, vault, person, now } = owner
  const draft = read ?? (await findDraft(owner, event.type))
  const { answers } = draft ?? emptyDraft
  const identity = await identityOf(tx, vault, person)
  const kept = Object.entries(await keptNumbers(owner)).map(([name, value]) => [name, { value, verified: false }])
  const numbers = { ...(Object.fromEntries(kept) as Known['numbers']), ...verifiedNumbers(identity) }
  const known = { identity, proved: true, kept: {}, numbers, wanted: [], today: ukToday(now) }
  const areas = event.areas(journeyThrough(event, answers, known).given, known)
  const recipients = await recipientsOf(tx, { eventType: event.type, areas, today: known.today })
  const age = ageOn(identity.birthDate, known.today)
  const wanted = recipients.filter((each) => age >= (each.agreement.minimumAge ?? 0)).flatMap(matchingOf)
  return { draft, journey: journeyThrough(event, answers, { ...known, wanted }), recipients, age }
}

const matchingOf = ({ agreement }: Recipient) => agreement.matching
