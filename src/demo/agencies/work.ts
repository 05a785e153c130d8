import { v7 as uuidv7 } from 'uuid'
import { later } from '../../shared/clock.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Body, CoveredEvent, Offer, SampleAgreement, Step } from './body.ts'
import type { ToldFacts } from './facts.ts'
import type { Pace } from './pace.ts'
import { findPerson, type PersonRecord } from './person-record.ts'
import { situations } from './situations.ts'

/** What a body sends back about a token, over days in life and seconds here. */
export interface Work {
  agreementId: string
  /** The opaque id of the token. */
  personId: string
  /** W3C trace context of the push, so that both sides of it can be matched later. */
  traceparent?: string | undefined
  /** The day of what is reported: nothing takes effect before it. */
  notBefore?: CalendarDate | undefined
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
  offer?: Offer
}

/** What came in, and where and when. */
export interface Case {
  body: Pick<Body, 'areas'>
  agreement: SampleAgreement
  event: CoveredEvent
  facts: ToldFacts
  personId: string
  traceparent?: string | undefined
  now: Date
  pace: Pace
}

/** Decides everything about a case when it comes in: whether the person is known, what is said, and when. */
export function planWork(
  told: Case,
  records: readonly PersonRecord[],
): { work: Work; person: PersonRecord | undefined } {
  const { agreement, event, facts, now, pace } = told
  const person = findPerson(records, facts)
  const seen = { facts, person, areas: told.body.areas ?? [], today: ukToday(now) }
  const steps = event.answers.find(({ when }) => situations[when](seen))?.steps ?? []
  const looks: PlannedStep[] =
    agreement.look && person ? [{ at: later(now, pace.delays.look).toISOString(), look: uuidv7() }] : []
  return { work: workOf(told, steps, dateOf(facts), looks), person }
}

/** "Received" first, then one step after the other. */
export function workOf(told: Case, steps: readonly Step[], notBefore?: CalendarDate, looks: PlannedStep[] = []): Work {
  const { agreement, personId, traceparent, now, pace } = told
  let at = later(now, pace.delays.received)
  const planned: PlannedStep[] = [{ at: at.toISOString(), outcome: { status: 'received' } }]
  for (const step of steps) {
    at = later(at, pace.delays[step.after])
    planned.push({ at: at.toISOString(), outcome: outcomeOf(step, notBefore, ukToday(at)) })
  }
  const inOrder = [...planned, ...looks].sort((one, other) => one.at.localeCompare(other.at))
  return { agreementId: agreement.id, personId, traceparent, notBefore, steps: inOrder }
}

function outcomeOf(step: Step, notBefore: CalendarDate = '', today: CalendarDate): Outcome {
  const { status, dueInDays, message, reason, offer } = step
  return {
    status,
    ...(status === 'done' && { effective_date: notBefore > today ? notBefore : today }),
    ...(dueInDays !== undefined && { due_by: addDays(today, dueInDays) }),
    ...(message && { message }),
    ...(reason && { reason }),
    ...(offer && { offer }),
  }
}

/** Of an event that can be reported ahead. */
const dateOf = ({ move_date, change_date, ceremony_date, separation_date, travel_date }: ToldFacts) =>
  move_date ?? change_date ?? ceremony_date ?? separation_date ?? travel_date
