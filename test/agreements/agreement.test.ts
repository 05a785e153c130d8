import { describe, expect, test } from 'vitest'
import {
  activityUri,
  fieldsFor,
  standingOn,
  type Agreement,
  type AgreementState,
} from '../../src/agreements/agreement.ts'
import { changedTerms } from '../../src/agreements/changed-terms.ts'
import { lawfulBasis, parseLegalBasis, restsOnConsent } from '../../src/agreements/legal-basis.ts'
import { powerLink, powerProblem } from '../../src/agreements/power.ts'

const agreement: Agreement = {
  id: 'leeds-address',
  version: 3,
  agencyId: 'leeds-city-council',
  purpose: { en: 'Bill the right household' },
  effect: { en: 'Change your bill' },
  legalBasis: '6(1)(e)',
  power: 'Local Government Finance Act 1992',
  powerName: null,
  choice: 'required',
  irreversible: false,
  matching: ['names', 'council_tax_account'],
  minimumAge: null,
  usualDays: 10,
  reviewOn: null,
  endsOn: null,
  ...{ account: null, holderId: null, startsOn: null, trial: null },
  events: [
    { type: 'change-of-address', fields: ['names', 'new_address'] },
    { type: 'a-death', fields: ['date_of_death'] },
  ],
}

test('a version has an address of its own, for good', () => {
  expect(activityUri('https://tell-us-once.example', agreement)).toBe(
    'https://tell-us-once.example/agreements/leeds-address/versions/3',
  )
})

describe('where an agreement stands', () => {
  test.each<[AgreementState, string | null, string]>([
    ['live', null, 'live'],
    ['live', '2026-11-23', 'live'],
    ['live', '2026-11-22', 'live'],
    ['live', '2026-11-21', 'over'],
    ['ended', null, 'ended'],
    ['lapsed', null, 'lapsed'],
    ['ended', '2026-11-21', 'ended'],
  ])('%s with last day %s is %s', (state, endsOn, standing) => {
    expect(standingOn('2026-11-22', { state, endsOn, reviewOn: null })).toBe(standing)
  })

  test.each([
    ['2026-11-23', null, 'live'],
    ['2026-11-22', null, 'review-due'],
    ['2026-11-01', '2026-11-21', 'over'],
  ])('to be reviewed on %s with last day %s it is %s', (reviewOn, endsOn, standing) => {
    expect(standingOn('2026-11-22', { state: 'live', endsOn, reviewOn })).toBe(standing)
  })
})

describe('what a body is given with an event', () => {
  test.each([
    ['change-of-address', ['names', 'new_address', 'council_tax_account']],
    ['a-death', ['date_of_death', 'names', 'council_tax_account']],
    ['a-birth', []],
  ])('%s', (type, fields) => {
    expect(fieldsFor(agreement, type)).toEqual(fields)
  })
})

describe('which terms have changed', () => {
  test.each<[string, Partial<Agreement>, string[]]>([
    ['none', {}, []],
    ['none in another version', { version: 4 }, []],
    ['none in another order', { matching: agreement.matching.toReversed(), events: agreement.events.toReversed() }, []],
    ['the words', { purpose: { en: 'Bill the right household', cy: 'Bilio’r aelwyd gywir' } }, ['purpose']],
    ['a field more', { events: [{ type: 'a-death', fields: ['date_of_death', 'names'] }] }, ['events']],
    ['what cannot be undone', { irreversible: true }, ['irreversible']],
    ['an event less', { events: agreement.events.slice(1) }, ['events']],
    [
      'several',
      { legalBasis: '6(1)(a)', choice: 'optional', endsOn: '2027-01-01' },
      ['legalBasis', 'choice', 'endsOn'],
    ],
  ])('%s', (_, change, terms) => {
    expect(changedTerms(agreement, { ...agreement, ...change })).toEqual(terms)
  })
})

describe('a legal basis', () => {
  test.each([
    ['6(1)(a)', '6(1)(a)'],
    ['Article 6(1)(e)', '6(1)(e)'],
    ['art 6(1)(C) of the UK GDPR', '6(1)(c)'],
    ['UK GDPR, Art. 6 (1) (b); 9(2)(H)', '6(1)(b), 9(2)(h)'],
    ['6(1)(e) and Article 9(2)(g) UK GDPR', '6(1)(e), 9(2)(g)'],
  ])('%s is %s', (written, basis) => {
    expect(parseLegalBasis(written)).toEqual({ basis })
  })

  test.each([
    ['', 'must be'],
    ['9(2)(g)', 'must be'],
    ['6(1)(g)', 'must be'],
    ['6(1)(e) 6(1)(f)', 'must be'],
    ['6(1)(f)', 'not open to public authorities'],
    ['Article 6(1)(EA)', 'not open to public authorities'],
  ])('%j is refused', (written, problem) => {
    expect(parseLegalBasis(written)).toEqual({ problem: expect.stringContaining(problem) as string })
  })

  test('says who decides', () => {
    expect([lawfulBasis('6(1)(c), 9(2)(g)'), restsOnConsent('6(1)(a)'), restsOnConsent('6(1)(e)')]).toEqual([
      'c',
      true,
      false,
    ])
  })
})

describe('a power', () => {
  test.each([
    [
      'https://www.legislation.gov.uk/ukpga/1988/52/section/96',
      'https://www.legislation.gov.uk/ukpga/1988/52/section/96',
    ],
    ['http://www.legislation.gov.uk/id/ukpga/1988/52', 'https://www.legislation.gov.uk/id/ukpga/1988/52'],
    ['Road Traffic Act 1988, section 96', undefined],
    ['Note: section 96', undefined],
  ])('%s is good, and links to %s', (power, link) => {
    expect(powerProblem(power)).toBeUndefined()
    expect(powerLink(power)).toBe(link)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.com/act',
    'https://user@www.legislation.gov.uk/',
    'ftp://www.legislation.gov.uk/',
    'https:/ /x',
    '1988/52',
  ])('%s is refused and never a link', (power) => {
    expect(powerProblem(power)).toMatch(/^must /)
    expect(powerLink(power)).toBeUndefined()
  })
})
