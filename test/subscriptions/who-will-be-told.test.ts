import { describe, expect, test } from 'vitest'
import type { Agreement } from '../../src/agreements/agreement.ts'
import { canFind, whoWillBeTold, type Recipient } from '../../src/subscriptions/who-will-be-told.ts'

const eventType = 'change-of-address'

const facts = {
  names: ['Amira Hassan'],
  birth_date: '1985-03-14',
  new_address: { postalCode: 'LS8 5DR' },
  move_date: '2026-11-20',
  driver_number: 'HASSA853145A99BC',
}

const recipient = (remarkable: Partial<Agreement> = {}, fields = ['names', 'new_address']): Recipient => ({
  subscriptionId: 'one',
  method: 'push',
  agency: { id: 'dvla', name: { en: 'DVLA' }, illustration: false, byInterest: false },
  fields,
  agreement: {
    id: 'dvla-driving-licence',
    version: 1,
    agencyId: 'dvla',
    purpose: { en: 'Keep licences right' },
    effect: { en: 'Send a new licence' },
    legalBasis: '6(1)(e)',
    power: 'Road Traffic Act 1988',
    powerName: null,
    choice: 'required',
    irreversible: false,
    matching: [],
    minimumAge: null,
    usualDays: 28,
    reviewOn: null,
    endsOn: null,
    ...{ account: null, holderId: null, startsOn: null, trial: null },
    events: [{ type: 'change-of-address', fields }],
    ...remarkable,
  },
})

test('each body is shown with what it gets and nothing else', () => {
  const dvla = recipient()
  const hmrc = recipient({ id: 'hmrc-address' }, ['birth_date', 'old_address', 'new_address'])
  expect(whoWillBeTold([dvla, hmrc], facts, { eventType, age: 41 })).toEqual({
    told: [
      {
        recipient: dvla,
        facts: { names: ['Amira Hassan'], new_address: { postalCode: 'LS8 5DR' } },
        leftOut: [],
        canFind: true,
      },
      {
        recipient: hmrc,
        facts: { birth_date: '1985-03-14', new_address: { postalCode: 'LS8 5DR' } },
        leftOut: [],
        canFind: true,
      },
    ],
    notTold: [],
  })
})

test('what is left out for one body is shown as left out, and the others get it', () => {
  const dvla = recipient({ matching: ['driver_number'] }, [
    'names',
    'new_address',
    'old_address',
    'move_date',
    'driver_number',
  ])
  const hmrc = recipient({ id: 'hmrc-address' }, ['new_address'])
  const leftOut = (to: Recipient) => (to === dvla ? ['new_address', 'old_address', 'driver_number'] : [])
  expect(whoWillBeTold([dvla, hmrc], facts, { eventType, age: 41, leftOut }).told).toEqual([
    {
      recipient: dvla,
      facts: { names: ['Amira Hassan'], move_date: '2026-11-20' },
      leftOut: ['new_address', 'driver_number'],
      canFind: false,
    },
    { recipient: hmrc, facts: { new_address: { postalCode: 'LS8 5DR' } }, leftOut: [], canFind: true },
  ])
})

test('an agreement that two streams serve is one line', () => {
  const streams = [recipient(), { ...recipient(), subscriptionId: 'two' }]
  expect(whoWillBeTold(streams, facts, { eventType, age: 41 }).told).toHaveLength(1)
})

describe('a body that does not deal with people of that age is not told', () => {
  test.each([
    [null, 0, true],
    [16, 15, false],
    [16, 16, true],
    [17, 16, false],
    [17, 41, true],
  ])('from %s on, aged %i: told %s', (minimumAge, age, isTold) => {
    const preview = whoWillBeTold([recipient({ minimumAge })], facts, { eventType, age })
    expect(preview.told).toHaveLength(isTold ? 1 : 0)
    expect(preview.notTold.map(({ reason }) => reason)).toEqual(isTold ? [] : ['age'])
  })
})

describe('a body that would learn only who reports is not told, unless its agreement names no more than that', () => {
  test.each<[string, string[], { matching?: string[]; leftOut?: string[] }, boolean]>([
    ['one field of its event has a value', ['names', 'old_address', 'new_address'], {}, true],
    ['no field of its event has one', ['names', 'birth_date', 'old_address'], {}, false],
    ['nor is a number to find somebody by', ['names', 'old_address'], { matching: ['driver_number'] }, false],
    ['a number among its fields is no more than that', ['driver_number', 'old_address'], {}, false],
    ['all that it would learn is left out', ['names', 'new_address'], { leftOut: ['new_address'] }, false],
    ['some of it is left out', ['new_address', 'move_date'], { leftOut: ['move_date'] }, true],
    ['it wants to know who reports', ['names', 'birth_date', 'address'], {}, true],
    ['it wants to know that there was a report', [], { matching: ['names'] }, true],
  ])('%s', (_, fields, { matching = [], leftOut = [] }, isTold) => {
    const to = recipient({ matching, events: [{ type: eventType, fields }] }, [...fields, ...matching])
    const preview = whoWillBeTold([to], facts, { eventType, age: 41, leftOut: () => leftOut })
    expect(preview.told).toHaveLength(isTold ? 1 : 0)
    expect(preview.notTold.map(({ reason }) => reason)).toEqual(isTold ? [] : ['nothing'])
  })
})

describe('whether a body can find the person', () => {
  test.each<[string, string[], object, boolean]>([
    ['it goes by no number', ['names', 'birth_date'], {}, true],
    ['it goes by nothing at all', [], {}, true],
    ['its number is given', ['names', 'driver_number'], { driver_number: 'A' }, true],
    ['its number is not given', ['names', 'driver_number'], { names: ['A'] }, false],
    ['one of its numbers is given', ['vehicle_registration', 'log_book_reference'], { log_book_reference: '1' }, true],
    ['another body’s number is given', ['driver_number'], { national_insurance_number: 'A' }, false],
  ])('%s', (_, matching, given, found) => {
    expect(canFind(matching, { ...given })).toBe(found)
  })
})

describe('a body that has said that it has no file on whoever reports', () => {
  const without = { ...recipient(), withoutFile: true as const }

  test.each<[string, Recipient[], boolean, string[]]>([
    ['is not told, and it is said why', [without], false, ['no-file']],
    ['is told about somebody else, whom it may well know', [without], true, []],
    ['is told by another of its streams that has one', [without, { ...recipient(), subscriptionId: 'two' }], false, []],
    ['whichever comes first', [{ ...recipient(), subscriptionId: 'two' }, without], false, []],
  ])('%s', (_, recipients, aboutOther, reasons) => {
    const { told, notTold } = whoWillBeTold(recipients, facts, { eventType, age: 41, aboutOther })
    expect(notTold.map(({ reason }) => reason)).toEqual(reasons)
    expect(told.length + notTold.length).toBe(1)
  })
})
