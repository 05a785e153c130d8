import { describe, expect, test } from 'vitest'
import { agreementFrom, type AgreementEntry } from '../../../src/agreements/agreement-entry.ts'
import { askOnceId, askOnceTerms } from '../../../src/agreements/roads/ask-once.ts'
import { inOneCluster, presumption, type Member } from '../../../src/agreements/roads/cluster.ts'
import { factInWords, findFact, listFacts } from '../../../src/agreements/roads/fact.ts'
import { trialDates, trialProblems, type TrialTerms } from '../../../src/agreements/roads/trial.ts'
import { asChosen } from '../../../src/oversight/proposals/trial-choice.ts'
import { minutesIn } from '../../../src/oversight/roads/words.ts'

const YORKSHIRE = 'E47000003'
const [HEALTH, HUMAN, JUSTICE] = ['health-and-social-care', 'human-services', 'crime-and-justice'] as const

const member = (id: string, cluster: Member['cluster'], region?: string): Member => ({
  ...{ id, cluster },
  ...(region && { region }),
})

test.each<[string, boolean, Member, Member]>([
  ['two national ones', true, member('a', HUMAN), member('b', HUMAN)],
  ['a national one and one of a region', true, member('a', JUSTICE), member('b', JUSTICE, YORKSHIRE)],
  ['two of one region', true, member('a', HUMAN, YORKSHIRE), member('b', HUMAN, YORKSHIRE)],
  ['two of different regions', false, member('a', HUMAN, YORKSHIRE), member('b', HUMAN, 'E47000008')],
  ['different clusters of one region', false, member('a', HUMAN, YORKSHIRE), member('b', HEALTH, YORKSHIRE)],
  ['health of one region', true, member('a', HEALTH, YORKSHIRE), member('b', HEALTH, YORKSHIRE)],
  ['health without a region: each is alone', false, member('a', HEALTH), member('b', HEALTH)],
  ['health of a region and without one', false, member('a', HEALTH, YORKSHIRE), member('b', HEALTH)],
])('a cluster: %s', (_what, expected, one, other) => {
  expect(inOneCluster(one, other)).toBe(expected)
  expect(inOneCluster(other, one)).toBe(expected)
})

const TERMS: AgreementEntry = {
  ...{ id: 'two', purpose: { en: 'x' }, effect: { en: 'x' }, legal_basis: '6(1)(e)', irreversible: false },
  ...{ power: 'Road Traffic Act 1988, section 99', matching: [], usual_days: 28 },
  events: [{ type: 'change-of-address', fields: ['names'] }],
}

describe('approval is presumed', () => {
  const asker = member('a', HUMAN, YORKSHIRE)
  const approved = agreementFrom({ ...TERMS, id: 'one' }, 'b', 1)

  test.each<[string, Partial<AgreementEntry>, Partial<Parameters<typeof presumption>[1]>, string | null | undefined]>([
    ['where it was approved for another body of the cluster', {}, {}, 'one'],
    ['not where it never was', {}, { approved: [] }, undefined],
    ['where the holder is of the cluster', { holder: 'c' }, { holder: member('c', HUMAN), approved: [] }, null],
    ['not where the holder is of another', { holder: 'c' }, { holder: member('c', JUSTICE) }, undefined],
    ['not where nobody knows the holder', { holder: 'c' }, {}, undefined],
    ['not on another basis', { legal_basis: '6(1)(c)' }, {}, undefined],
    ['not for a trial', { trial: 'prevention' }, {}, undefined],
    ['not by another power', { power: 'Road Traffic Act 1988, section 100' }, {}, undefined],
    ['not by a trial', {}, { approved: [{ ...approved, trial: 'prototype' as const }] }, undefined],
    ['not by what a holder shared', {}, { approved: [{ ...approved, holderId: 'c' }] }, undefined],
  ])('%s', (_what, change, around, expected) => {
    const found = presumption({ ...TERMS, ...change }, { asker, holder: undefined, approved: [approved], ...around })
    expect(found?.precedent).toBe(expected)
  })
})

describe('a trial', () => {
  const terms = { ...TERMS, ...trialDates('prototype', '2026-12-01') }

  test('is reviewed after a year and over after two', () => {
    expect(terms).toMatchObject({ starts_on: '2026-12-01', review_on: '2027-12-01', ends_on: '2028-12-01' })
    expect(trialProblems(terms)).toEqual([])
  })

  test.each<[string, TrialTerms, string[]]>([
    ['without dates', { review_on: undefined, ends_on: undefined }, ['ends_on', 'review_on']],
    ['that goes on too long', { ends_on: '2028-12-02' }, ['ends_on']],
    ['that is reviewed too late', { review_on: '2027-12-02' }, ['review_on']],
    ['that was reviewed, and goes on to its end', { review_on: '2028-12-01' }, []],
    ['that starts some day', { starts_on: undefined }, ['starts_on']],
  ])('%s', (_what, change, expected) => {
    expect(trialProblems({ ...terms, ...change }).map(([date]) => date)).toEqual(expected)
  })

  test.each<[string, Partial<AgreementEntry>, string, Partial<AgreementEntry>]>([
    ['that is chosen', {}, 'prevention', { trial: 'prevention', review_on: '2027-11-23', ends_on: '2028-11-23' }],
    ['that is not', { ends_on: '2031-01-01' }, 'no', { ends_on: '2031-01-01' }],
    [
      'whose next version does not begin anew',
      trialDates('prototype', '2026-01-05'),
      'prototype',
      { starts_on: '2026-01-05', review_on: '2027-01-05', ends_on: '2028-01-05' },
    ],
    [
      'that was reviewed',
      trialDates('prototype', '2025-01-05'),
      'prototype',
      { review_on: '2027-01-05', ends_on: '2027-01-05' },
    ],
    ['that is none any more', trialDates('prototype', '2026-01-05'), 'no', { starts_on: '2026-01-05' }],
  ])('%s', (_what, before, choice, expected) => {
    const chosen = asChosen({ ...TERMS, ...before }, choice, '2026-11-23')
    expect(chosen).toMatchObject(expected)
    expect(chosen.ends_on).toBe(expected.ends_on)
  })
})

describe('a fact', () => {
  test('goes by a name, or by its event and field', () => {
    expect(findFact('address')).toEqual(findFact('change-of-address.new_address'))
    expect(findFact('work.change_date')).toMatchObject({ type: 'work', field: 'change_date' })
    expect(findFact('shoe-size')).toBeUndefined()
    const names = listFacts().map((fact) => factInWords(fact, 'en'))
    expect(new Set(names).size, 'each by a name of its own').toBe(names.length)
    expect(names.filter((name) => /\bundefined\b|_/.test(name))).toEqual([])
  })

  test('is nothing of health, of special categories, and no number', () => {
    const facts = listFacts().map(({ id }) => id)
    expect(facts.filter((id) => /^health\.|national_insurance|driver_number|safety|handle/.test(id))).toEqual([])
    expect(findFact('health.conditions')).toBeUndefined()
  })

  test('is all that its agreement tells', () => {
    const fact = findFact('address') ?? { id: '', type: '', field: '' }
    const terms = askOnceTerms({ askerId: 'dvla', holderId: 'hmrc', fact })
    expect(terms).toMatchObject({ id: 'dvla-once-change-of-address-new-address', holder: 'hmrc' })
    expect(terms.events).toEqual([{ type: 'change-of-address', fields: ['new_address'] }])
    expect(askOnceId('a'.repeat(70), fact).length).toBeLessThanOrEqual(80)
  })
})

test.each([
  ['12', 12],
  ['0', undefined],
  ['', undefined],
  ['1.5', undefined],
  ['10001', undefined],
])('%j minutes', (typed, expected) => expect(minutesIn(typed)).toBe(expected))
