import { describe, expect, test } from 'vitest'
import { readEntry } from '../../../src/agencies/file-mistakes.ts'
import { accountEntry } from '../../../src/agreements/account.ts'
import {
  notForSharing,
  type Asked,
  type NeverShared,
  type Receiver,
} from '../../../src/agreements/not-for-sharing/not-for-sharing.ts'
import { isPublicKind } from '../../../src/agreements/not-for-sharing/public-kinds.ts'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { readAgencies } from '../../../src/subscriptions/agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf } from '../../support/agencies-file.ts'

const council: Receiver = { kind: 'council', cluster: 'human-services' }
const police: Receiver = { kind: 'police', cluster: 'crime-and-justice' }
const move = { type: 'change-of-address', fields: ['names', 'new_address'] }
const condition = { type: 'health', fields: ['names', 'conditions'] }

const inBulk = () => {
  const read = readEntry(accountEntry, { receiving_team: { en: 'Billing' }, sharing: 'bulk' })
  if ('mistakes' in read) throw new Error('The account is not right')
  return read.value
}

describe('what no agreement can ask for', () => {
  test.each<[string, Asked, Receiver, NeverShared[]]>([
    ['a move, for a council', { events: [move] }, council, []],
    ['for a company', { events: [move] }, { ...council, kind: 'private company' }, ['not-public']],
    ['a condition that the citizen reports', { events: [condition] }, council, []],
    ['a condition that another body wrote down', { events: [condition], holder: 'nhs' }, council, ['health-record']],
    ['a move that another body holds', { events: [move], holder: 'dvla' }, council, []],
    ['one by one, for the police', { events: [move] }, police, []],
    ['many at once, for the police', { events: [move], account: inBulk() }, police, ['browsing']],
    ['many at once, for a council', { events: [move], account: inBulk() }, council, []],
    ['numbers of two bodies', numbers('national_insurance_number', 'driver_number'), council, ['universal-identifier']],
    ['one to find people, another among what is told', told('driver_number'), council, ['universal-identifier']],
    ['a document that is reported', told('passport_number'), council, []],
    ['one of a body and a council’s own', numbers('national_insurance_number', 'council_tax_account'), council, []],
    [
      'two at once',
      { ...numbers('driver_number', 'nhs_number'), account: inBulk() },
      police,
      ['browsing', 'universal-identifier'],
    ],
  ])('%s', (_what, asked, receiver, found) => {
    expect(notForSharing(asked, receiver)).toEqual(found)
  })

  function numbers(...matching: string[]): Asked {
    return { events: [move], matching }
  }

  function told(field: string): Asked {
    return { events: [{ ...move, fields: [...move.fields, field] }], matching: ['national_insurance_number'] }
  }
})

test.each([
  ['public-body', true],
  ['ministerial-department', true],
  ['Local authority', true],
  ['NHS trust', true],
  ['regulator', true],
  ['credit reference agency', false],
  ['charity', false],
  ['advocate', false],
  ['bank', false],
  ['', false],
])('a body of the kind "%s" can receive: %s', (kind, expected) => {
  expect(isPublicKind(kind)).toBe(expected)
})

test('the agencies file is refused with the words of why', () => {
  const agreements = [agreementEntry({ matching: ['national_insurance_number', 'driver_number'] })]
  const read = readAgencies(fileOf(agencyEntry({ agreements })), { lifeEvents, allowLoopback: false })
  expect(read).toEqual({
    mistakes: [
      {
        path: ['agencies', 0, 'agreements', 0],
        problem: expect.stringContaining('numbers that more than one public body gives to a person') as string,
      },
    ],
  })
})
