import { describe, expect, test } from 'vitest'
import { known } from '../reports/asking.ts'
import { LEEDS, reported, shown } from './reported.ts'

const TYPE = 'health'

const condition = {
  conditions: ['epilepsy', 'mobility'],
  since: '2026-03',
  'daily-life': 'yes',
  'moving-around': 'yes',
  licence: 'yes',
  driving: 'no',
}

const licensed = {
  identity: {
    ...known().identity,
    drivingPermits: [{ personalNumber: 'HASSA855144A99AB' }],
  },
}

test('the kind of condition, since when, and what it makes harder', () => {
  const { event, facts, parsed, areas, asked, warnings, handOffs } = reported(TYPE, condition)
  expect(parsed()).toMatchObject({
    conditions: ['epilepsy', 'mobility'],
    condition_since: '2026-03',
    affects_daily_life: true,
    affects_mobility: true,
    drives: true,
    driving_conditions: ['epilepsy'],
  })
  expect(areas).toEqual([LEEDS])
  expect(asked[0]).toBe('safety')
  expect(warnings).toEqual(['stop-driving', 'benefit-review'])
  expect(handOffs).toContain('https://www.gov.uk/apply-blue-badge')
  expect(handOffs).toContain('https://www.gov.uk/pip/how-to-claim')
  expect(shown(event, facts)).toMatchObject({
    condition_since: 'March 2026',
    driving_conditions: 'Epilepsy, fits or blackouts',
  })
  expect(shown(event, facts, 'cy')['condition_since']).toBe('Mawrth 2026')
})

describe('what DVLA must know', () => {
  test.each<[string, Record<string, unknown>, string[] | undefined]>([
    ['of epilepsy, whatever it does', { driving: 'no' }, ['epilepsy']],
    ['of all that makes driving less safe', { driving: 'yes' }, ['epilepsy', 'mobility']],
    ['of all where nobody knows', { driving: { unknown: true } }, ['epilepsy', 'mobility']],
    ['of nothing that is safe', { conditions: ['mobility'], driving: 'no' }, undefined],
    ['of nothing without a licence', { licence: 'no' }, undefined],
    ['of nothing that was not said', { conditions: ['not-said'] }, undefined],
  ])('%s', (_what, answers, told) => {
    const { parsed, warnings } = reported(TYPE, { ...condition, ...answers })
    expect(parsed()['driving_conditions']).toEqual(told)
    expect(warnings.includes('stop-driving')).toBe(told !== undefined)
  })

  test('whoever has none but what is always told is not asked whether they drive safely', () => {
    expect(reported(TYPE, { ...condition, conditions: ['dementia', 'epilepsy'] }).asked).not.toContain('driving')
    expect(reported(TYPE, condition).asked).toContain('driving')
    expect(reported(TYPE, { ...condition, licence: 'no' }).asked).not.toContain('driving')
  })

  test('a licence that was verified is not asked about', () => {
    const { licence: _licence, ...answers } = condition
    const { asked, held, parsed } = reported(TYPE, answers, licensed)
    expect(asked).not.toContain('licence')
    expect(held).toContain('licence')
    expect(parsed()).toMatchObject({ drives: true, driving_conditions: ['epilepsy'] })
  })
})

test('what somebody would rather not say, or does not know, is told to nobody', () => {
  const unknown = { unknown: true }
  const answers = { conditions: ['not-said'], since: unknown, 'daily-life': unknown, 'moving-around': unknown }
  const { parsed, warnings, handOffs } = reported(TYPE, { ...answers, licence: 'no' })
  for (const field of ['conditions', 'condition_since', 'affects_daily_life', 'affects_mobility']) {
    expect(parsed()).not.toHaveProperty(field)
  }
  expect(warnings).toEqual([])
  expect(handOffs).toEqual([])
})

test('all of it is marked as data of a special category, and none of it is free text', () => {
  const { event } = reported(TYPE, condition)
  const ofHealth = Object.entries(event.fields).filter(([, { category }]) => category === 'health')
  expect(ofHealth.map(([name]) => name).sort()).toEqual([
    'affects_daily_life',
    'affects_mobility',
    'condition_since',
    'conditions',
    'driving_conditions',
  ])
  expect(ofHealth.every(([, { special }]) => special)).toBe(true)
  const typed = event.questions.filter(({ kind, section }) => kind === 'text' && section !== 'numbers')
  expect(typed).toEqual([])
})
