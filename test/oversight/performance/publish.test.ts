import { expect, test } from 'vitest'
import { figures, type Measure } from '../../../src/oversight/performance/figure.ts'
import { publishable } from '../../../src/oversight/performance/publish.ts'

const measure = (remarkable: Partial<Measure> & { figure: string }): Measure => ({
  ...{ part: '', agencyId: '', n: 0, of: null, value: null },
  ...remarkable,
})

/** What is said of each body, and of the service under "all". */
const said = (figure: string, measures: readonly Measure[]) =>
  Object.fromEntries(
    publishable(measures)
      .filter((one) => one.figure === figure)
      .map(({ agencyId, value }) => [agencyId || 'all', value]),
  )

/** Of a count: the service's number is the sum. */
const counted = (figure: string, bodies: Record<string, number>) =>
  said(figure, [
    measure({ figure, n: Object.values(bodies).reduce((sum, one) => sum + one, 0) }),
    ...Object.entries(bodies).map(([agencyId, n]) => measure({ figure, agencyId, n })),
  ])

test.each([
  ['as it is', { a: 5, b: 12 }, { all: 17, a: 5, b: 12 }],
  ['none of few people in all', { a: 4 }, { all: null }],
  ['no body with few, nor what few are worked out from', { a: 2, b: 12, c: 30 }, { all: 44, c: 30 }],
  ['two bodies with few hide one another once they add up to five', { a: 3, b: 2, c: 30 }, { all: 35, c: 30 }],
  ['two that add up to fewer hide a third', { a: 1, b: 2, c: 30, d: 40 }, { all: 73, d: 40 }],
  ['a body with none is not told from one with few', { a: 0, b: 7 }, { all: 7, b: 7 }],
])('people are counted: %s', (_what, bodies, expected) => {
  expect(counted('overdue', bodies)).toEqual(expected)
})

test('what is not about people is said whatever it is', () => {
  expect(counted('requests-made', { a: 1, b: 0 })).toEqual({ all: 1, a: 1, b: 0 })
})

test.each([
  [9, 10, null],
  [10, 10, 100],
  [0, 10, 0],
  [0, 4, null],
  [5, 10, 50],
  [20, 24, null],
  [20, 30, 66.7],
  [3, 30, null],
  [0, 0, null],
])('%d of %d people is %s%%', (n, of, expected) => {
  expect(said('match-rate', [measure({ figure: 'match-rate', n, of })])).toEqual({ all: expected })
})

test('every figure has a row of the service, if an empty one', () => {
  const none = publishable([])
  expect(none.map(({ figure, part }) => `${figure} ${part}`)).toEqual(
    figures.flatMap(({ id, parts }) => parts.map((part) => `${id} ${part}`)),
  )
  expect(none.filter(({ value }) => value !== null && value !== 0)).toEqual([])
})
