import { v7 as uuidv7 } from 'uuid'
import { later } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Body, SampleSubscription, Situation, Step } from './body.ts'
import type { ToldFacts } from './facts.ts'
import type { Pace } from './pace.ts'
import { findPerson, type PersonRecord } from './person-record.ts'

/** What a body sends back about a token, over days in life and seconds here. */
export interface Work {
  agreementId: string
  /** The opaque id of the token. */
  personId: string
  /** W3C trace context of the push, so that both sides of it can be matched later. */
  traceparent?: string | undefined
  steps: PlannedStep[]
}

/** A look has the id of its access record from the start, so that telling of it twice is telling of it once. */
export type PlannedStep = { at: string } & ({ outcome: Outcome } | { look: string })

/** As `PUT /api/deliveries/<jti>/outcome` takes it. */
export interface Outcome {
  status: 'received' | Step['status']
  effective_date?: CalendarDate
  due_by?: CalendarDate
  message?: { en: string; cy: string }
  reason?: string
}

/** Decides everything about a case when it comes in: whether the person is known, what is said, and when. */
export function planWork(
  body: Pick<Body, 'areas'>,
  subscription: SampleSubscription,
  told: Pick<Work, 'personId' | 'traceparent'> & {
    facts: ToldFacts
    records: readonly PersonRecord[]
    now: Date
    pace: Pace
  },
): { work: Work; person: PersonRecord | undefined } {
  const { facts, now, pace, personId, traceparent } = told
  const person = findPerson(told.records, facts)
  const fits = (situation: Situation) => situations[situation]({ facts, known: person !== undefined, body })
  const steps = subscription.answers.find(({ when }) => fits(when))?.steps ?? []
  const planned = inTurn(steps, facts, now, pace)
  const looks: PlannedStep[] =
    subscription.look && person ? [{ at: later(now, pace.delays.look).toISOString(), look: uuidv7() }] : []
  const inOrder = [...planned, ...looks].sort((one, other) => one.at.localeCompare(other.at))
  return { work: { agreementId: subscription.agreement.id, personId, traceparent, steps: inOrder }, person }
}

interface Seen {
  facts: ToldFacts
  known: boolean
  body: Pick<Body, 'areas'>
}

const situations: Record<Situation, (seen: Seen) => boolean> = {
  always: () => true,
  'not-in-our-files': ({ known }) => !known,
  'moved-abroad': ({ facts }) => (facts.new_address?.addressCountry ?? 'GB') !== 'GB',
  'no-log-book-reference': ({ facts }) => facts.log_book_reference === undefined,
  'new-here-and-moving-in': (seen) => !seen.known && isMovingIn(seen),
  'moving-in': isMovingIn,
}

// Enough to tell a council's own homes from others, for the two councils here.
const postcodeAreas: Record<string, RegExp> = { E08000035: /^LS\d/i, W06000015: /^CF\d/i }

function isMovingIn({ facts, body }: Seen): boolean {
  const postcode = facts.new_address?.postalCode ?? ''
  return (body.areas ?? []).some((area) => postcodeAreas[area]?.test(postcode) ?? false)
}

/** "Received" first, then one step after the other. */
function inTurn(steps: readonly Step[], facts: ToldFacts, now: Date, pace: Pace): PlannedStep[] {
  let at = later(now, pace.delays.received)
  const planned: PlannedStep[] = [{ at: at.toISOString(), outcome: { status: 'received' } }]
  for (const step of steps) {
    at = later(at, pace.delays[step.after])
    planned.push({ at: at.toISOString(), outcome: outcomeOf(step, facts, ukToday(at)) })
  }
  return planned
}

function outcomeOf({ status, dueInDays, message, reason }: Step, facts: ToldFacts, today: CalendarDate): Outcome {
  return {
    status,
    ...(status === 'done' && { effective_date: effectiveDate(facts, today) }),
    ...(dueInDays !== undefined && { due_by: addDays(today, dueInDays) }),
    ...(message && { message }),
    ...(reason && { reason }),
  }
}

/** Nothing takes effect before the move. */
const effectiveDate = ({ move_date: moved = '' }: ToldFacts, today: CalendarDate) => (moved > today ? moved : today)
