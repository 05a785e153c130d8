import { expect, test } from 'vitest'
import { answered, brokenLookup, HAREHILLS, known, problem } from '../asking.ts'

const FULL = 'Enter a full UK postcode, like LS1 4AP'

test.each([
  ['', 'Enter a postcode'],
  ['   ', 'Enter a postcode'],
  ['LS8', FULL],
  ['LS8 5DR LS8 5DR', FULL],
  ['12 Harehills Lane', FULL],
  ['BFPO 58', FULL],
  ['<b>LS8</b>', FULL],
  ['5'.repeat(60_000), FULL],
])('postcode %j is refused', async (typed, message) => {
  expect(await answered('new-postcode', { 'new-postcode': typed })).toEqual(problem('new-postcode', message))
})

test.each(['LS8 5DR', 'ls85dr', ' L S 8-5 d r', ['nonsense', 'LS8 5DR']])(
  'postcode %j finds its addresses',
  async (typed) => {
    const parsed = await answered('new-postcode', { 'new-postcode': typed })
    expect(parsed).toMatchObject({ answer: { postcode: 'LS8 5DR', search: 'found' } })
    expect(JSON.stringify(parsed)).toContain('Harehills Lane')
  },
)

test('a postcode without addresses, a look-up that is down, and a wish to type all lead on', async () => {
  const form = { 'new-postcode': 'ZE1 0AA' }
  expect(await answered('new-postcode', form)).toMatchObject({ answer: { search: 'none', postcode: 'ZE1 0AA' } })
  const down = await answered('new-postcode', form, { addresses: brokenLookup })
  expect(down).toMatchObject({ answer: { search: 'unavailable', found: [] } })
  const byHand = await answered('new-postcode', { 'new-postcode': 'nonsense', 'new-postcode-by-hand': 'yes' })
  expect(byHand).toEqual({ answer: { search: 'by-hand', postcode: '', found: [] } })
})

test('a found address is chosen by its number; any other value is refused', async () => {
  const search = await answered('new-postcode', { 'new-postcode': 'LS8 5DR' })
  const given = { 'new-postcode': 'answer' in search ? search.answer : undefined }
  const chosen = await answered('new-address', { 'new-address': '72000000014' }, { given })
  expect(chosen).toMatchObject({ answer: { address: { buildingNumber: '14' }, councils: ['E08000035'] } })
  expect(await answered('new-address', { 'new-address': 'elsewhere' }, { given })).toEqual({
    answer: { elsewhere: true },
  })
  const blank = problem('new-address', 'Select an address, or select ‘The address is not in this list’')
  for (const value of ['', undefined, '72000000304', '0', { a: 1 }, 'no-0']) {
    expect(await answered('new-address', { 'new-address': value }, { given })).toEqual(blank)
  }
})

const uk = (lines: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(lines).map(([name, value]) => [`new-address-by-hand-${name}`, value]))

test.each([
  [
    { line1: '3 Otley Rd', town: 'Leeds', postcode: 'ls63aa' },
    {
      buildingNumber: '3',
      streetName: 'Otley Rd',
      addressLocality: 'Leeds',
      postalCode: 'LS6 3AA',
      addressCountry: 'GB',
    },
  ],
  [
    { line1: 'Flat 2', line2: '16A High Street', town: 'Leeds', county: 'West Yorkshire', postcode: 'LS6 3AA' },
    {
      subBuildingName: 'Flat 2',
      buildingNumber: '16A',
      streetName: 'High Street',
      addressLocality: 'Leeds',
      addressRegion: 'West Yorkshire',
      postalCode: 'LS6 3AA',
      addressCountry: 'GB',
    },
  ],
  [
    { line1: 'Flat 2, 16 High Street', line2: 'Headingley', town: 'Leeds', postcode: 'LS6 3AA' },
    {
      subBuildingName: 'Flat 2',
      buildingNumber: '16',
      streetName: 'High Street',
      dependentAddressLocality: 'Headingley',
      addressLocality: 'Leeds',
      postalCode: 'LS6 3AA',
      addressCountry: 'GB',
    },
  ],
  [
    { line1: 'The Moorings', line2: 'Canal Wharf', town: 'Leeds', postcode: 'LS6 3AA' },
    {
      buildingName: 'The Moorings',
      streetName: 'Canal Wharf',
      addressLocality: 'Leeds',
      postalCode: 'LS6 3AA',
      addressCountry: 'GB',
    },
  ],
])('typed lines %j become the parts of an address', async (lines, address) => {
  expect(await answered('new-address-by-hand', uk(lines))).toMatchObject({ answer: { address } })
})

test('every wrong line is told at once, in the order of the form', async () => {
  const parsed = await answered(
    'new-address-by-hand',
    uk({ line2: 'x'.repeat(101), county: ['', 'y'.repeat(200)], postcode: 'LS6' }),
  )
  expect(parsed).toEqual({
    errors: [
      { field: 'new-address-by-hand-line1', message: 'Enter address line 1' },
      { field: 'new-address-by-hand-line2', message: 'Address line 2 must be 100 characters or fewer' },
      { field: 'new-address-by-hand-town', message: 'Enter a town or city' },
      { field: 'new-address-by-hand-county', message: 'County must be 100 characters or fewer' },
      { field: 'new-address-by-hand-postcode', message: FULL },
    ],
  })
})

test('typed by hand, the councils come from the postcode; where they cannot be worked out they are left open', async () => {
  const lines = uk({ line1: '99 Harehills Lane', town: 'Leeds', postcode: 'LS8 5DR' })
  expect(await answered('new-address-by-hand', lines)).toMatchObject({ answer: { councils: ['E08000035'] } })
  const down = await answered('new-address-by-hand', lines, { addresses: brokenLookup })
  expect('answer' in down && down.answer).not.toHaveProperty('councils')
})

test.each([
  ['BFPO 58', 'BFPO 58'],
  ['bfpo58', 'BFPO 58'],
  ['58', 'BFPO 58'],
  ['BF1 2AT', 'BF1 2AT'],
])('a British Forces address with %j', async (typed, postalCode) => {
  const parsed = await answered('new-forces-address', { 'new-forces-address-postcode': typed })
  expect(parsed).toEqual({ answer: { address: { postalCode, addressCountry: 'GB' }, councils: [] } })
})

test.each(['LS8 5DR', 'BFPO', 'BFPO 58 now', '58000'])('no British Forces address has %j', async (typed) => {
  const message = 'Enter a BFPO number like BFPO 58, or a postcode that starts with BF1'
  const parsed = await answered('new-forces-address', { 'new-forces-address-postcode': typed })
  expect(parsed).toEqual(problem('new-forces-address-postcode', message))
})

const abroad = (lines: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(lines).map(([name, value]) => [`new-address-abroad-${name}`, value]))

test('an address abroad needs a country we know, and concerns no council', async () => {
  const lines = { line1: '5 rue des Lilas', town: 'Lyon', postcode: '69008', country: 'FR' }
  expect(await answered('new-address-abroad', abroad(lines))).toEqual({
    answer: {
      address: {
        buildingNumber: '5',
        streetName: 'rue des Lilas',
        addressLocality: 'Lyon',
        postalCode: '69008',
        addressCountry: 'FR',
      },
      councils: [],
    },
  })
  for (const country of ['', 'GB', 'fr', 'XX', 'constructor']) {
    const wrong = await answered('new-address-abroad', abroad({ ...lines, country }))
    expect(wrong).toEqual(problem('new-address-abroad-country', 'Select a country'))
  }
})

test.each([
  ['a council of one tier', 'E08000035', { answer: ['E08000035'] }],
  ['a district brings its county', 'E07000008', { answer: ['E07000008', 'E10000003'] }],
  ['not knowing', 'unknown', { answer: [] }],
])('%s', async (_what, value, expected) => {
  expect(await answered('new-council', { 'new-council': value })).toEqual(expected)
})

test.each(['', undefined, 'E10000003', 'E99999999', { a: 1 }])('%j is no council', async (value) => {
  const message = 'Select a council, or select ‘I do not know which council’'
  expect(await answered('new-council', { 'new-council': value })).toEqual(problem('new-council', message))
})

const given = { 'new-forces-address': { address: { postalCode: 'BFPO 58' }, councils: [] } }

test('the old address is confirmed as it was verified, with its councils', async () => {
  const parsed = await answered('held-old-address', { 'held-old-address': 'yes' }, { given })
  expect(parsed).toEqual({ answer: { confirmed: true, address: HAREHILLS, councils: ['E08000035'] } })
  expect(await answered('held-old-address', { 'held-old-address': 'no' }, { given })).toMatchObject({
    answer: { confirmed: false },
  })
})

test.each(['', 'maybe', ['no', ''], { yes: 1 }])('an old address is not confirmed by %j', async (value) => {
  const parsed = await answered('held-old-address', { 'held-old-address': value }, { given })
  expect(parsed).toEqual(problem('held-old-address', 'Select yes if this is your old address'))
})

test('without a verified address there is nothing to confirm', async () => {
  const nobody = known({ identity: { ...known().identity, addresses: [] } })
  const parsed = await answered('held-old-address', { 'held-old-address': 'yes' }, { given, known: nobody })
  expect(parsed).toEqual(problem('held-old-address', 'Select yes if this is your old address'))
})
