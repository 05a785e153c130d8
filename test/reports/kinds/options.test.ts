import { expect, test } from 'vitest'
import { known, answered, problem } from '../asking.ts'

const KIND = 'Select what kind of address your new address is'

test.each([
  ['one of the options', 'uk', { answer: 'uk' }],
  ['the last of several', ['uk', 'abroad'], { answer: 'abroad' }],
  ['nothing', undefined, problem('new-kind', KIND)],
  ['blank', '', problem('new-kind', KIND)],
  ['what is not an option', 'moon', problem('new-kind', KIND)],
  ['what every object has', 'constructor', problem('new-kind', KIND)],
  ['an object', { uk: 'uk' }, problem('new-kind', KIND)],
  ['far too long', 'u'.repeat(60_000), problem('new-kind', KIND)],
  ['control characters', 'u\u0000k', { answer: 'uk' }],
])('radios: %s', async (_what, value, expected) => {
  expect(await answered('new-kind', { 'new-kind': value })).toEqual(expected)
})

const WHO = 'Select who is moving with you, or select ‘No one is moving with me’'

test.each([
  ['one', 'children', { answer: ['children'] }],
  ['two, in the order of the page', ['adults', 'children'], { answer: ['children', 'adults'] }],
  ['one that stands twice', ['adults', 'adults'], { answer: ['adults'] }],
  ['unknown ones are left out', ['adults', 'cats', { a: 1 }], { answer: ['adults'] }],
  ['nothing', undefined, problem('moving-with', WHO)],
  ['only unknown ones', ['__proto__'], problem('moving-with', WHO)],
  ['none and some', ['nobody', 'adults'], problem('moving-with', `${WHO}, not both`)],
])('checkboxes: %s', async (_what, value, expected) => {
  expect(await answered('moving-with', { 'moving-with': value })).toEqual(expected)
})

test('only numbers that a body can use, and that we do not hold, can be ticked', async () => {
  const wanted = ['national_insurance_number', 'driver_number', 'names']
  const numbers = { driver_number: { value: 'HASSA855148A99XY', verified: true } }
  const all = ['national-insurance-number', 'driver-number', 'council-tax-account']
  const parsed = await answered('numbers', { numbers: all }, { known: known({ wanted, numbers }) })
  expect(parsed).toEqual({ answer: ['national-insurance-number'] })
})
