import { expect, test } from 'vitest'
import { notToldReasons } from '../../src/progress/tracked-report.ts'

const told = { 'dvla-driving-licence': 1, 'hmrc-address': 2, 'nhs-england-address': 1 }
const withheld = { 'nhs-england-address': 'chosen', 'student-loans-company-address': 'age' } as const

test('whoever was on the page and has no delivery lost its agreement in between', () => {
  expect(notToldReasons({ told, withheld, fannedOut: true }, ['dvla-driving-licence'])).toEqual([
    { agreementId: 'nhs-england-address', reason: 'chosen' },
    { agreementId: 'student-loans-company-address', reason: 'age' },
    { agreementId: 'hmrc-address', reason: 'ended' },
  ])
})

test('before it is worked out who is told nobody has been left out', () => {
  expect(notToldReasons({ told, withheld: {}, fannedOut: false }, [])).toEqual([])
})

test('a report from before the page was remembered says only what was withheld', () => {
  expect(notToldReasons({ told: null, withheld: {}, fannedOut: true }, [])).toEqual([])
})
