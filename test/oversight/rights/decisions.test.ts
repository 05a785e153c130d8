import { expect, test } from 'vitest'
import { complaintDue, dueOf, extendedDue, resumedDue } from '../../../src/oversight/rights/rights-clocks.ts'
import { exceptionsTo } from '../../../src/oversight/rights/exception.ts'
import { stateOf, type RightsRequest } from '../../../src/oversight/rights/right.ts'
import { citizenMay, stepsOf } from '../../../src/oversight/rights/steps.ts'

const sentAt = new Date('2026-11-23T10:00:00Z')
const sent: RightsRequest = {
  ...{ id: 'one', accountId: 'amira', subjectRef: Buffer.alloc(32), agencyId: 'dvla', kind: 'erase' },
  ...{ sentAt, due: '2026-12-23', waitsFor: 'body' },
}
const later = new Date('2026-11-30T10:00:00Z')

test.each<[string, Date, string]>([
  ['a month later', sentAt, '2026-12-23'],
  ['on the last day of a shorter month', new Date('2027-01-31T10:00:00Z'), '2027-03-01'],
  ['not on a day when nobody works', new Date('2026-11-25T10:00:00Z'), '2026-12-29'],
])('an answer is due %s', (_what, at, due) => {
  expect(dueOf(at)).toBe(due)
})

test('two more months are counted from the same day, and the days that the body waited come on top', () => {
  expect(extendedDue(sent)).toBe('2027-02-23')
  expect(resumedDue({ ...sent, pausedAt: sentAt }, later)).toBe('2026-12-30')
  expect(resumedDue(sent, later)).toBeUndefined()
  expect(extendedDue({ ...sent, due: '2026-12-30' })).toBe('2027-03-02')
  expect(complaintDue(sentAt)).toBe('2026-12-22')
})

test.each<[string, Partial<RightsRequest>, string, string[]]>([
  ['sent', {}, 'sent', ['received', 'asked', 'extended', 'done', 'refused']],
  ['received', { receivedAt: later }, 'received', ['asked', 'extended', 'done', 'refused']],
  ['waits for the citizen', { waitsFor: 'citizen', receivedAt: later }, 'asked', ['done', 'refused']],
  [
    'taking longer',
    { receivedAt: later, extendedAt: later, due: '2027-02-23' },
    'extended',
    ['asked', 'done', 'refused'],
  ],
  ['late, and too late to take longer', { due: '2026-11-23' }, 'late', ['received', 'asked', 'done', 'refused']],
  ['done', { waitsFor: 'nobody', decision: 'done', due: undefined }, 'done', []],
  ['refused', { waitsFor: 'nobody', decision: 'refused', due: undefined }, 'refused', []],
  [
    'complained about',
    { decision: 'refused', complainedAt: later },
    'complained',
    ['received', 'asked', 'done', 'refused'],
  ],
  ['taken back', { waitsFor: 'nobody', withdrawnAt: later, due: undefined }, 'ended', []],
])('a request that is %s', (_what, changes, state, steps) => {
  const request = { ...sent, ...changes }
  expect([stateOf(request, '2026-11-30'), stepsOf(request, '2026-11-30')]).toEqual([state, steps])
})

test('a complaint follows a decision, once, and an objection can be taken back after it', () => {
  expect(citizenMay(sent)).toEqual({ write: true, withdraw: true, complain: false, escalate: true })
  const refused = { ...sent, waitsFor: 'nobody', decision: 'refused' } as const
  expect(citizenMay(refused)).toEqual({ write: false, withdraw: false, complain: true, escalate: true })
  expect(citizenMay({ ...refused, complainedAt: later }).complain).toBe(false)
  expect(citizenMay({ ...refused, kind: 'object' }).withdraw).toBe(true)
})

test('the exceptions of erasure are no ground against a correction', () => {
  expect(exceptionsTo('erase')).toContain('legal-duty')
  expect(exceptionsTo('correct')).not.toContain('legal-duty')
})
