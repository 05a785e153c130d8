import { describe, expect, test } from 'vitest'
import { householdFields, LEEDS, named, reported, shown } from './reported.ts'

const TYPE = 'work'

const bakery = { employer: 'Chapeltown Bakery', 'paye-reference': '123/AB456', 'job-date': '2026-11-02' }

const newJob = {
  change: 'started',
  when: '2026-11-01',
  jobs: { items: [bakery, { employer: 'Leeds Market' }], complete: true },
  hours: '16-to-29',
  pay: '7401-to-12570',
  'more-or-less': 'more',
}

const lostJob = {
  change: 'stopped',
  when: '2026-11-01',
  jobs: { items: [{ employer: 'Leeds Market' }], complete: true },
  hours: 'none',
  pay: 'none',
}

const iris = { names: named('Iris Hassan'), birth_date: '2018-05-03' }
const sam = { names: named('Sam Hassan'), birth_date: '2001-05-03' }

test('two jobs are told, each with what is known of it, and what is earned now', () => {
  const { event, facts, parsed, areas, asked, warnings, handOffs } = reported(TYPE, newJob)
  expect(parsed()).toMatchObject({
    names: named('Amira Hassan'),
    kind: 'started',
    change_date: '2026-11-01',
    employers: [
      { name: 'Chapeltown Bakery', paye_reference: '123/AB456', start_or_end_date: '2026-11-02' },
      { name: 'Leeds Market' },
    ],
    hours_band: '16-to-29',
    pay_band: '7401-to-12570',
    income_change: 'more',
  })
  expect(areas).toEqual([LEEDS])
  expect(asked.indexOf('safety'), 'what could be dangerous is asked about early').toBeLessThan(2)
  expect(warnings).toEqual(['paid-too-much'])
  expect(handOffs).toEqual(['https://www.gov.uk/register-for-self-assessment'])
  expect(shown(event, facts)).toMatchObject({
    employers: 'Chapeltown Bakery, 123/AB456, 2 November 2026|Leeds Market',
    pay_band: '£7,401 to £12,570',
  })
  expect(shown(event, facts, 'cy')['hours_band']).toBe('16 i 29 awr')
})

test('who does not know the pay tells none', () => {
  const { facts, parsed } = reported(TYPE, { ...newJob, pay: { unknown: true } })
  expect(parsed()).not.toHaveProperty('pay_band')
  expect(facts).toMatchObject({ hours_band: '16-to-29' })
})

test('income that comes from no job names no employer', () => {
  const change = { change: 'income-changed', 'in-a-job': 'no', 'more-or-less': 'same' }
  const { asked, parsed } = reported(TYPE, { ...newJob, ...change })
  expect(asked).not.toContain('jobs')
  expect(parsed()).not.toHaveProperty('employers')
})

describe('children at school', () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ['work has stopped', lostJob, true],
    ['there is less money', { ...newJob, 'more-or-less': 'less' }, true],
    ['there is more money', newJob, false],
    ['there is as much money', { ...newJob, 'more-or-less': 'same' }, false],
    ['somebody is at risk', { ...lostJob, safety: 'yes' }, false],
  ])('when %s', (_when, answers, asks) => {
    expect(reported(TYPE, answers).asked.includes('has-children')).toBe(asks)
    const kept = { children: [iris] }
    expect(reported(TYPE, answers, { kept }).asked.includes('known-children')).toBe(asks)
    expect(reported(TYPE, answers, { kept }).asked).not.toContain('has-children')
  })

  test('one told of before is chosen, another added, and both are remembered without their school', () => {
    const owen = { child: named('Owen Hassan'), 'birth-date': '2020-01-09', school: 'Gledhow Primary' }
    const answers = {
      ...lostJob,
      'known-children': ['Iris Hassan', 'others'],
      'children-at-school': { items: [owen], complete: true },
    }
    const { parsed, keeps, handOffs, event, facts } = reported(TYPE, answers, { kept: { children: [iris] } })
    expect(parsed()['children_at_school']).toEqual([
      iris,
      { names: named('Owen Hassan'), birth_date: '2020-01-09', school: 'Gledhow Primary' },
    ])
    expect(keeps).toEqual({ children: [iris, { names: named('Owen Hassan'), birth_date: '2020-01-09' }] })
    expect(handOffs).toContain('https://www.gov.uk/apply-free-school-meals')
    expect(shown(event, facts)['children_at_school']).toBe(
      'Iris Hassan, 3 May 2018|Owen Hassan, 9 January 2020, Gledhow Primary',
    )
  })

  test('one who has grown up is neither offered nor told', () => {
    const { asked, parsed } = reported(TYPE, { ...lostJob, 'has-children': 'no' }, { kept: { children: [sam] } })
    expect(asked).toContain('has-children')
    expect(parsed()).not.toHaveProperty('children_at_school')
  })

  test('with someone at risk no body would be told of them', () => {
    expect(householdFields(TYPE)).toEqual(['children_at_school'])
  })
})
