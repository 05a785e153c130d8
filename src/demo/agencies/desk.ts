import type { CalendarDate } from '../../shared/dates.ts'
import type { Body, CoveredEvent, SampleAgreement, SampleSubscription } from './body.ts'
import type { ToldFacts } from './facts.ts'
import { planFollowUp } from './follow-up.ts'
import type { Journal } from './journal.ts'
import { learn, type PersonRecord } from './person-record.ts'
import { planWork, type Case, type Work } from './work.ts'

/** Where one kind of news is dealt with, and its file of people. */
export interface Desk {
  subscription: SampleSubscription
  records: PersonRecord[]
}

export const openDesks = ({ subscriptions }: Body, today: CalendarDate): Desk[] =>
  subscriptions.map((subscription) => ({ subscription, records: structuredClone(subscription.people(today)) }))

/** Under which agreement a token comes: its type says it. Undefined for a type that was not asked for. */
export function coveredAt(
  { subscription }: Desk,
  eventType: string,
  issuer: string,
): { agreement: SampleAgreement; event: CoveredEvent } | undefined {
  const covered = subscription.agreements.flatMap((agreement) =>
    agreement.events.map((event) => ({ agreement, event })),
  )
  return covered.find(({ event }) => eventType === `${issuer}/schemas/events/${event.type}/v1`)
}

/** Decides what to do about a token, and remembers it. Undefined for one that has been seen before. */
export async function dealWith(desk: Desk, journal: Journal<Work>, jti: string, told: Case): Promise<Work | undefined> {
  const { work, person } = plan(desk, journal, told)
  if (!(await journal.receive(jti, work))) return undefined
  if (person) learn(person, told.facts)
  await stopEarlier(journal, told.facts)
  return work
}

function plan({ records }: Desk, journal: Journal<Work>, told: Case) {
  const { change, original_jti: original } = told.facts
  if (!change) return planWork(told, records)
  return planFollowUp(told, records, original === undefined ? undefined : journal.find(original)?.work)
}

/** What was still to be said about something that has been corrected or taken back is not said any more. */
async function stopEarlier(journal: Journal<Work>, { change, original_jti: original }: ToldFacts): Promise<void> {
  if (original === undefined || (change !== 'corrected' && change !== 'withdrawn')) return
  const earlier = journal.find(original)
  if (earlier) await journal.advance(original, earlier.work.steps.length)
}
