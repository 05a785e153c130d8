import { expect, test } from 'vitest'
import { leavesTime, waysToSettle, type Finding } from '../../../src/agreements/concerns/finding.ts'
import {
  actOpenTo,
  countedSince,
  ENOUGH_CONCERNS,
  opensMediation,
  type Act,
  type Mediation,
  type Party,
  type Weighed,
} from '../../../src/agreements/concerns/mediation.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const text = { en: 'x' }

test.each<[string, 'public' | 'advocate' | undefined, Partial<Weighed>]>([
  ['one person', undefined, { people: 1 }],
  ['one too few', undefined, { people: ENOUGH_CONCERNS - 1 }],
  ['enough people', 'public', { people: ENOUGH_CONCERNS }],
  ['one advocate', 'advocate', { advocateId: 'commissioner' }],
  ['an advocate and enough people', 'advocate', { advocateId: 'commissioner', people: ENOUGH_CONCERNS }],
  ['enough people while it is in hand', undefined, { people: ENOUGH_CONCERNS, inHand: true }],
  ['an advocate while it is in hand', undefined, { advocateId: 'commissioner', inHand: true }],
  ['an advocate about what has ended', undefined, { advocateId: 'commissioner', ended: true }],
])('%s: a mediation opens or does not', (_who, expected, weighed) => {
  expect(opensMediation({ people: 0, advocateId: null, inHand: false, ended: false, ...weighed })).toBe(expected)
})

test.each([
  ['no mediation', null, '2025-11-23T12:00:00.000Z'],
  ['one that closed in spring', '2026-04-01T09:00:00Z', '2026-04-01T09:00:00.000Z'],
  ['one that closed long ago', '2024-04-01T09:00:00Z', '2025-11-23T12:00:00.000Z'],
])('after %s concerns count from there, and a year at most', (_what, closedAt, since) => {
  expect(countedSince(closedAt === null ? null : new Date(closedAt), NOW).toISOString()).toBe(since)
})

test.each([
  ['2026-12-06', false],
  ['2026-12-07', true],
  ['2027-11-23', true],
  ['2027-11-24', false],
])('to improve by %s is time enough, and not too much: %s', (day, expected) => {
  expect(leavesTime(day, NOW)).toBe(expected)
})

const finding = (state: Finding['state']): Finding => ({
  ...{ id: 'f', foundBy: 'commission', words: text, improveBy: '2026-12-31', foundAt: NOW, state },
  ...{ improvement: null, answeredAt: null, settledWords: null, settledAt: null },
})

test.each<[Finding['state'], string, ('improved' | 'ended')[]]>([
  ['open', '2026-12-01', []],
  ['open', '2026-12-31', []],
  ['open', '2027-01-01', ['ended']],
  ['answered', '2026-12-01', ['improved']],
  ['answered', '2027-01-01', ['improved', 'ended']],
  ['improved', '2027-01-01', []],
  ['ended', '2027-01-01', []],
])('a finding that is %s on %s can be settled so: %s', (state, today, ways) => {
  expect(waysToSettle(finding(state), today)).toEqual(ways)
})

const mediation = (change: Partial<Mediation>): Mediation => ({
  ...{ id: 'm', agreementId: 'a', agencyId: 'dvla', openedBy: 'public', advocateId: null, people: 5, openedAt: NOW },
  ...{ state: 'open', mediatorId: null, outcome: null, outcomeWords: null, closedAt: null, finding: null },
  statements: [],
  ...change,
})

const body: Party = { agencyId: 'dvla', kind: 'department' }
const other: Party = { agencyId: 'hmrc', kind: 'department' }
const regulator: Party = { agencyId: 'commission', kind: 'regulator' }
const second: Party = { agencyId: 'other-commission', kind: 'regulator' }
const advocate: Party = { agencyId: 'commissioner', kind: 'advocate' }
const operator: Party = { agencyId: null }
const found = (state: Finding['state']) => mediation({ state: 'closed', outcome: 'finding', finding: finding(state) })

test.each<[string, Party, Mediation, Act | undefined]>([
  ['the body, while it is open', body, mediation({}), 'statement'],
  ['another body', other, mediation({}), undefined],
  ['an advocate', advocate, mediation({}), 'statement'],
  ['an operator', operator, mediation({}), 'statement'],
  ['the regulator', regulator, mediation({}), 'outcome'],
  ['a regulator that it is about', regulator, mediation({ agencyId: 'commission' }), 'statement'],
  ['anybody, once it closed without a finding', regulator, mediation({ state: 'closed' }), undefined],
  ['the body that has to improve', body, found('open'), 'improvement'],
  ['the body that said what it improved, once more', body, found('answered'), 'improvement'],
  ['the body whose finding is settled', body, found('improved'), undefined],
  ['the regulator, before there is an answer or the day is over', regulator, found('open'), undefined],
  ['the regulator that has an answer', regulator, found('answered'), 'settlement'],
  ['a regulator that found nothing', second, found('answered'), undefined],
  ['an advocate, after a finding', advocate, found('answered'), undefined],
])('what %s can do', (_who, party, one, expected) => {
  expect(actOpenTo(party, one, '2026-12-01')).toBe(expected)
})
