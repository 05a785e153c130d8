import { expect, test } from 'vitest'
import type { Account } from '../../../src/agreements/account.ts'
import type { Agreement } from '../../../src/agreements/agreement.ts'
import { changesInWords } from '../../../src/agreements/register/changes.ts'
import { periodInWords } from '../../../src/agreements/register/period.ts'

const account: Account = {
  receiving_team: { en: 'Council Tax team' },
  parties: [],
  sharing: 'one-by-one',
  benefits: [],
  risks: [],
}

const agreement: Agreement = {
  ...{ id: 'leeds-address', version: 1, agencyId: 'leeds-city-council' },
  purpose: { en: 'Bill the right household', cy: 'Bilio’r aelwyd gywir' },
  effect: { en: 'Change your bill' },
  ...{ legalBasis: '6(1)(e)', power: 'Local Government Finance Act 1992', powerName: null, choice: 'required' },
  ...{ irreversible: false, matching: ['names'], minimumAge: null, usualDays: 10 },
  ...{ reviewOn: '2027-11-30', endsOn: null, account, holderId: null, startsOn: null, trial: null },
  events: [{ type: 'change-of-address', fields: ['names', 'new_address'] }],
}

test.each<[string, Partial<Agreement>, string[]]>([
  ['nothing', {}, []],
  [
    'fields',
    { events: [{ type: 'change-of-address', fields: ['names', 'move_date', 'contact'] }] },
    [
      'Change of address: details added: Date of the move, Phone number and email address',
      'Change of address: details removed: New address',
    ],
  ],
  [
    'an event more',
    { events: [...agreement.events, { type: 'change-of-name', fields: ['names'] }] },
    [expect.stringMatching(/^Change in your life added: .+ \(.+\)$/) as string],
  ],
  [
    'an event that nobody knows any more',
    { events: [{ type: 'gone', fields: [] }] },
    ['Change in your life removed: Change of address', 'Change in your life added: gone ()'],
  ],
  [
    'what finds the person',
    { matching: ['birth_date'] },
    ['To find you, added: Date of birth', 'To find you, removed: Name'],
  ],
  [
    'a day that moved',
    { reviewOn: '2028-11-30' },
    ['Date to be looked at again: changed from ‘30 November 2027’ to ‘30 November 2028’'],
  ],
  ['a day that is new', { endsOn: '2029-01-31' }, ['Last day: set to ‘31 January 2029’']],
  ['a day that is gone', { reviewOn: null }, ['Date to be looked at again: no longer set. It was ‘30 November 2027’']],
  [
    'words',
    { purpose: { en: 'Bill everybody' } },
    ['Why it is told: changed from ‘Bill the right household’ to ‘Bill everybody’'],
  ],
  [
    'words in the other language',
    { purpose: { en: 'Bill the right household' } },
    ['Why it is told: the words were changed'],
  ],
  ['yes and no', { irreversible: true }, ['Cannot be undone: changed from ‘No’ to ‘Yes’']],
  [
    'a part of the account',
    { account: { ...account, retention: 'P1Y6M' } },
    ['How long it is kept: set to ‘1 year, 6 months’'],
  ],
  ['the account whole', { account: null }, ['The account of why it is right to share was removed']],
])('a version says what it changes: %s', (_what, change, lines) => {
  expect(changesInWords(agreement, { ...agreement, ...change }, { language: 'en' })).toEqual(lines)
})

test.each([
  ['P0D', 'It is not kept'],
  ['P1Y', '1 year'],
  ['P2Y1M', '2 years, 1 month'],
  ['P2W', '2 weeks'],
  ['P1D', '1 day'],
])('a period in words: %s', (period, words) => {
  expect(periodInWords(period, 'en')).toBe(words)
})
