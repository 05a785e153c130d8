import { describe, expect, test } from 'vitest'
import { hasAnswered, statusOf } from '../../src/progress/delivery-status.ts'
import type { Outcome, TrackedDelivery } from '../../src/progress/tracked-delivery.ts'
import { statusOfThread, threadsOf, type FollowUp, type Step, type Thread } from '../../src/progress/thread.ts'
import { timelineOf } from '../../src/progress/timeline.ts'
import { tallyOf } from '../../src/progress/tracked-report.ts'

const CREATED = new Date('2026-11-20T09:00:00Z')
const TOLD = new Date('2026-11-20T09:00:05Z')
const ANSWERED = new Date('2026-11-21T12:00:00Z')
const NEXT = new Date('2026-11-20T12:00:00Z')
const NOW = new Date('2026-11-22T12:00:00Z')
const SOON = new Date('2026-11-23T12:00:00Z')
const LATER = new Date('2026-12-24T12:00:00Z')

const aDelivery = (remarkable: Partial<TrackedDelivery>): TrackedDelivery => ({
  id: '0190e3a4-0000-7000-8000-000000000001',
  reportId: '0190e3a4-0000-7000-8000-000000000002',
  subscriptionId: '0190e3a4-0000-7000-8000-000000000004',
  agencyId: 'dvla',
  agreementId: 'dvla-driving-licence',
  agreementVersion: 1,
  eventType: 'change-of-address',
  accessRecordId: '0190e3a4-0000-7000-8000-000000000003',
  state: 'acknowledged',
  attempts: 1,
  createdAt: CREATED,
  nextAttemptAt: NEXT,
  settledAt: TOLD,
  ...remarkable,
})

const aThread = (first: Partial<TrackedDelivery>, steps: Step[] = []): Thread => ({ first: aDelivery(first), steps })

const anOutcome = (status: Outcome['status'], remarkable: Partial<Outcome> = {}): Outcome => ({
  id: 1,
  deliveryId: '0190e3a4-0000-7000-8000-000000000001',
  status,
  receivedAt: ANSWERED,
  ...remarkable,
})

describe('status of a delivery', () => {
  const due = { state: 'due', settledAt: undefined } as const
  const closed = { from: NOW, until: LATER }
  const waiting = { kind: 'waiting' }
  test.each<[string, Partial<TrackedDelivery>, Outcome | undefined, object]>([
    ['not sent yet', { ...due, attempts: 0 }, undefined, { kind: 'waiting' }],
    ['not reached yet', { ...due, attempts: 3 }, undefined, { kind: 'retrying', attempts: 3, next: NEXT }],
    ['gone for now', { ...due, attempts: 1, held: 'gone' }, undefined, { kind: 'gone' }],
    ['on hold, never tried', { ...due, attempts: 0, held: 'on-hold' }, undefined, { kind: 'on-hold' }],
    ['to a system that is not ready', { ...due, held: 'not-ready' }, undefined, { kind: 'not-ready' }],
    ['to a system that is closed', { ...due, attempts: 0, closed }, undefined, { kind: 'closed', until: LATER }],
    [
      'not reached before its system closed',
      { ...due, attempts: 2, closed },
      undefined,
      { kind: 'retrying', attempts: 2, next: LATER },
    ],
    [
      'put off until its system is closed',
      { ...due, attempts: 0, nextAttemptAt: SOON, closed: { from: SOON, until: LATER } },
      undefined,
      { kind: 'later', until: LATER },
    ],
    [
      'to a system that closes later',
      { ...due, attempts: 0, closed: { from: SOON, until: LATER } },
      undefined,
      waiting,
    ],
    ['to a system that opens now', { ...due, attempts: 0, closed: { from: CREATED, until: NOW } }, undefined, waiting],
    ['on hold and closed', { ...due, attempts: 0, held: 'on-hold', closed }, undefined, { kind: 'on-hold' }],
    ['told before its system closed', { closed }, undefined, { kind: 'told', at: TOLD, late: false }],
    ['told before it was put on hold', { held: 'on-hold' }, undefined, { kind: 'told', at: TOLD, late: false }],
    ['told', {}, undefined, { kind: 'told', at: TOLD, late: false }],
    ['given up', { state: 'given-up' }, undefined, { kind: 'given-up', at: TOLD }],
    [
      'fetched, never acknowledged',
      { state: 'given-up', unconfirmed: true },
      undefined,
      { kind: 'unconfirmed', at: TOLD },
    ],
    ['in an inbox', { ...due, attempts: 0, inbox: true }, undefined, { kind: 'in-inbox' }],
    ['in an inbox that is on hold', { ...due, inbox: true, held: 'on-hold' }, undefined, { kind: 'on-hold' }],
    ['not read in time', { state: 'given-up', unread: true }, undefined, { kind: 'unread', at: TOLD }],
    [
      'not wanted any more',
      { state: 'given-up', discardedAt: ANSWERED },
      undefined,
      { kind: 'discarded', at: ANSWERED },
    ],
    ['not allowed any more', { state: 'not-allowed' }, undefined, { kind: 'not-allowed', at: TOLD }],
    ['taken back', { state: 'withdrawn' }, undefined, { kind: 'withdrawn', at: TOLD }],
    ['held', { ...due, state: 'held', attempts: 0 }, undefined, { kind: 'held-by-you' }],
    ['put off', { ...due, attempts: 0, nextAttemptAt: LATER }, undefined, { kind: 'later', until: LATER }],
    ['got', {}, anOutcome('received'), { kind: 'received', at: ANSWERED, late: false }],
    ['being worked on', {}, anOutcome('in_progress'), { kind: 'in-progress', at: ANSWERED, late: false }],
    ['done', {}, anOutcome('done'), { kind: 'done', at: ANSWERED, effectiveDate: undefined }],
    [
      'done from a day',
      {},
      anOutcome('done', { effectiveDate: '2026-12-01' }),
      { kind: 'done', at: ANSWERED, effectiveDate: '2026-12-01' },
    ],
    ['without a record', {}, anOutcome('no_record'), { kind: 'no-record', at: ANSWERED }],
    ['refused', {}, anOutcome('refused'), { kind: 'refused', at: ANSWERED }],
    [
      'in need of something by today',
      {},
      anOutcome('needs_information', { dueBy: '2026-11-22' }),
      { kind: 'needs-information', at: ANSWERED, dueBy: '2026-11-22', late: false },
    ],
    [
      'in need of something by yesterday',
      {},
      anOutcome('needs_information', { dueBy: '2026-11-21' }),
      { kind: 'needs-information', at: ANSWERED, dueBy: '2026-11-21', late: true },
    ],
    [
      'in need of something at no given time',
      {},
      anOutcome('needs_information'),
      { kind: 'needs-information', at: ANSWERED, dueBy: undefined, late: false },
    ],
    ['answered, though we never saw it arrive', due, anOutcome('done'), { kind: 'done', at: ANSWERED }],
    ['answered after we gave up', { state: 'given-up' }, anOutcome('done'), { kind: 'done', at: ANSWERED }],
  ])('%s', (_what, delivery, latest, status) => {
    expect(statusOf(aDelivery(delivery), latest, { now: NOW, usualDays: 10 })).toEqual(status)
  })

  test.each<[string, Outcome['status'] | undefined, string, boolean]>([
    ['told, on the last of the usual days', undefined, '2026-11-30T23:59:00Z', false],
    ['told, the day after', undefined, '2026-12-01T00:00:00Z', true],
    ['got, the day after', 'received', '2026-12-01T00:00:00Z', true],
    ['being worked on, the day after', 'in_progress', '2026-12-01T00:00:00Z', true],
  ])('%s, is late: %s', (_what, status, now, late) => {
    const outcome = status && anOutcome(status)
    expect(statusOf(aDelivery({}), outcome, { now: new Date(now), usualDays: 10 })).toMatchObject({ late })
  })
})

test('a body has answered once it said how it ended or what it needs', () => {
  const statuses = (['received', 'in_progress', 'done', 'no_record', 'needs_information', 'refused'] as const).map(
    (status) => statusOf(aDelivery({}), anOutcome(status), { now: NOW, usualDays: 10 }),
  )
  expect(statuses.map(hasAnswered)).toEqual([false, false, true, true, true, true])
  expect(tallyOf(statuses)).toEqual({ total: 6, answered: 4, asking: 1 })
  expect(hasAnswered(statusOf(aDelivery({}), undefined, { now: NOW, usualDays: 10 }))).toBe(false)
})

describe('what happened so far', () => {
  const reported = { at: CREATED, what: 'reported' }

  test('in the order it happened', () => {
    const outcomes = [anOutcome('in_progress'), anOutcome('done', { receivedAt: NOW })]
    expect(timelineOf(CREATED, aThread({}), outcomes)).toEqual([
      reported,
      { at: TOLD, what: 'told' },
      { at: ANSWERED, what: 'in-progress' },
      { at: NOW, what: 'done' },
    ])
  })

  test('does not hold what is only expected', () => {
    const waiting = aThread({ state: 'due', settledAt: undefined })
    expect(timelineOf(CREATED, waiting, [])).toEqual([reported])
    expect(timelineOf(CREATED, aThread({ state: 'given-up' }), [])).toEqual([reported, { at: TOLD, what: 'given-up' }])
  })
})

describe('what the citizen did after sending', () => {
  const DID = new Date('2026-11-21T15:00:00Z')
  const FOLLOWED = new Date('2026-11-21T15:00:05Z')
  const around = { now: NOW, usualDays: 10, reportWithdrawn: false }
  const step = (kind: FollowUp['kind'], delivery?: Partial<TrackedDelivery>): Step => ({
    followUp: { id: 'f', reportId: 'r', kind, at: DID, fannedOut: delivery !== undefined },
    delivery: delivery && aDelivery({ id: 'second', afterId: 'first', settledAt: FOLLOWED, ...delivery }),
  })
  const due = { state: 'waiting', settledAt: undefined } as const
  const before = anOutcome('done', { receivedAt: ANSWERED })
  const after = anOutcome('in_progress', { id: 2, receivedAt: NOW })

  test.each<[string, Step, Outcome[], object]>([
    ['a correction is known at once', step('correction'), [before], { kind: 'correcting', at: DID }],
    ['a correction is on its way', step('correction', due), [before, after], { kind: 'correcting', at: DID }],
    [
      'a correction waits until its system opens',
      step('correction', { ...due, closed: { from: NOW, until: LATER } }),
      [],
      { kind: 'correcting', at: DID, opens: LATER },
    ],
    ['a correction was told', step('correction', {}), [before], { kind: 'corrected', at: FOLLOWED }],
    ['a correction was answered', step('correction', {}), [before, after], { kind: 'in-progress', at: NOW }],
    ['a correction was not told', step('correction', { state: 'given-up' }), [], { kind: 'not-corrected' }],
    ['a withdrawal is on its way', step('withdrawal', due), [before], { kind: 'withdrawing', at: DID }],
    ['a withdrawal was told', step('withdrawal', {}), [before, after], { kind: 'taken-back', at: FOLLOWED }],
    ['a withdrawal was not told', step('withdrawal', { state: 'not-allowed' }), [], { kind: 'not-taken-back' }],
    ['an answer is on its way', step('answer', due), [anOutcome('needs_information')], { kind: 'answered', at: DID }],
    ['an answer was told', step('answer', {}), [anOutcome('needs_information')], { kind: 'answered', at: DID }],
    ['an answer was answered', step('answer', {}), [anOutcome('needs_information'), after], { kind: 'in-progress' }],
    ['a decision changes nothing', step('offer', {}), [before], { kind: 'done', at: ANSWERED }],
  ])('%s', (_what, last, outcomes, status) => {
    expect(statusOfThread(aThread({}, [last]), outcomes, around)).toMatchObject(status)
  })

  test('a correction that was not told to a body that had not taken the report either leaves it not told', () => {
    const givenUp = { state: 'given-up' } as const
    const thread = aThread(givenUp, [step('correction', givenUp)])
    expect(statusOfThread(thread, [], around).kind).toBe('given-up')
    expect(statusOfThread(aThread(givenUp, [step('correction', due)]), [], around).kind).toBe('correcting')
  })

  test('having got it is nothing new from a body that is done, but is from one that heard something new', () => {
    const received = anOutcome('received', { id: 2, receivedAt: NOW })
    expect(statusOfThread(aThread({}), [before, received], around).kind).toBe('done')
    const ofCorrection = { ...received, deliveryId: 'second' }
    expect(statusOfThread(aThread({}, [step('correction', {})]), [before, ofCorrection], around).kind).toBe('received')
  })

  test('is put with the body that it went to, and what was cancelled is left out', () => {
    const first = aDelivery({ id: 'one' })
    const other = aDelivery({ id: 'other', agreementId: 'hmrc-address' })
    const cancelled = aDelivery({ id: 'two', afterId: 'one', followUpId: 'correction', state: 'withdrawn' })
    const told = aDelivery({ id: 'three', afterId: 'one', followUpId: 'withdrawal' })
    const { reportId } = first
    const followUps = (['correction', 'withdrawal'] as const).map((kind) => {
      return { id: kind, reportId, kind, at: DID, fannedOut: true }
    })
    const [dvla, hmrc] = threadsOf([first, other, cancelled, told], followUps)
    expect(dvla?.steps.map(({ delivery }) => delivery?.id)).toEqual(['three'])
    expect(hmrc?.steps).toEqual([])
  })
})
