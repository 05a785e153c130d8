import { describe, expect, test } from 'vitest'
import { daysToChooseFrom, storedTiming, whenTold, type WhenTold } from '../../src/reports/preview/when-told.ts'

const NOW = new Date('2027-03-20T09:15:00Z')
const required = { choice: 'required', irreversible: false } as const
const optional = { choice: 'optional', irreversible: false } as const
const forGood = { choice: 'required', irreversible: true } as const

const sending = (coolingOff: boolean, coolingOffHours = 24) => ({
  event: coolingOff ? { coolingOff: true as const } : {},
  now: NOW,
  coolingOffHours,
})

test.each<[string, WhenTold, ...Parameters<typeof whenTold>]>([
  ['nothing chosen', { kind: 'now' }, required, undefined, sending(false)],
  [
    'a day, from midnight in the United Kingdom',
    { kind: 'date', date: '2027-03-27', from: new Date('2027-03-27T00:00:00Z') },
    ...[required, '2027-03-27', sending(false)],
  ],
  [
    'a day in summer time, which begins an hour earlier',
    { kind: 'date', date: '2027-04-03', from: new Date('2027-04-02T23:00:00Z') },
    ...[required, '2027-04-03', sending(false)],
  ],
  ['a day that has come since', { kind: 'now' }, required, '2027-03-20', sending(false)],
  ['a day that has gone by', { kind: 'now' }, optional, '2026-01-01', sending(false)],
  [
    'a day beyond the last one for a duty: the agreement was optional before',
    { kind: 'date', date: '2027-04-17', from: new Date('2027-04-16T23:00:00Z') },
    ...[required, '2027-06-01', sending(false)],
  ],
  ['held by choice', { kind: 'held' }, optional, 'held', sending(false)],
  [
    'held where it must be told: for 28 days',
    { kind: 'held-until', date: '2027-04-17', from: new Date('2027-04-16T23:00:00Z') },
    ...[required, 'held', sending(false)],
  ],
  [
    'what cannot be undone, of an event that waits',
    { kind: 'cooling-off', until: new Date('2027-03-21T09:15:00Z') },
    ...[forGood, undefined, sending(true)],
  ],
  ['what cannot be undone, of an event that does not wait', { kind: 'now' }, forGood, undefined, sending(false)],
  ['what can be undone, of an event that waits', { kind: 'now' }, required, undefined, sending(true)],
  ['no wait where it is set to nothing', { kind: 'now' }, forGood, undefined, sending(true, 0)],
  [
    'a day before the wait is over',
    { kind: 'cooling-off', until: new Date('2027-03-21T09:15:00Z') },
    ...[forGood, '2027-03-21', sending(true)],
  ],
  [
    'a day after the wait is over',
    { kind: 'date', date: '2027-03-22', from: new Date('2027-03-22T00:00:00Z') },
    ...[forGood, '2027-03-22', sending(true)],
  ],
] as [string, WhenTold, ...Parameters<typeof whenTold>][])('%s', (_what, when, ...asked) => {
  expect(whenTold(...asked)).toEqual(when)
})

describe('the days to choose from begin tomorrow, in the United Kingdom', () => {
  test.each([
    ['required', '2027-03-20T09:15:00Z', '2027-03-21', '2027-04-17'],
    ['optional', '2027-03-20T09:15:00Z', '2027-03-21', '2027-06-18'],
    ['required', '2027-06-30T23:30:00Z', '2027-07-02', '2027-07-29'],
  ] as const)('%s at %s', (choice, now, first, last) => {
    expect(daysToChooseFrom({ choice }, new Date(now))).toEqual({ first, last })
  })
})

describe('a report keeps', () => {
  const from = new Date('2027-03-27T00:00:00Z')
  test.each<[WhenTold, string | undefined]>([
    [{ kind: 'now' }, undefined],
    [{ kind: 'held' }, 'held'],
    [{ kind: 'cooling-off', until: from }, '2027-03-27T00:00:00.000Z'],
    [{ kind: 'date', date: '2027-03-27', from }, '2027-03-27T00:00:00.000Z'],
    [{ kind: 'held-until', date: '2027-03-27', from }, '2027-03-27T00:00:00.000Z'],
  ])('%o as %s', (when, stored) => {
    expect(storedTiming(when)).toBe(stored)
  })
})
