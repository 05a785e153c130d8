import { describe, expect, test } from 'vitest'
import { readSending, typedFrom } from '../../src/oversight/console/read-sending.ts'
import type { SendingTerms } from '../../src/subscriptions/sending-limits.ts'

const nothing = { max_in_flight: '', max_per_second: '', maintenance: '' }
const read = (typed: Partial<typeof nothing>) => readSending({ ...nothing, ...typed }, 'en')
const messages = (typed: Partial<typeof nothing>) => {
  const result = read(typed)
  return 'errors' in result ? result.errors.map(({ field, message }) => `${field}: ${message}`) : []
}

const terms: SendingTerms = {
  maxInFlight: 4,
  maxPerSecond: 0.5,
  maintenance: [
    { day: 'sunday', from: '22:00', until: '02:00' },
    { from: '2026-12-24T18:00', until: '2026-12-27T08:00' },
  ],
}

test('empty boxes leave it to us', () => {
  expect(read({})).toEqual({ terms: { maxInFlight: null, maxPerSecond: null, maintenance: null } })
})

test.each(['en', 'cy'] as const)('what stands is typed in %s as it is read again in either language', (language) => {
  expect(readSending(typedFrom(terms, language), 'en')).toEqual({ terms })
  expect(readSending(typedFrom(terms, language), 'cy')).toEqual({ terms })
})

test.each([
  ['sun 9.30 - 10:00', { day: 'sunday', from: '09:30', until: '10:00' }],
  ['Iau 22:00 i 23:00', { day: 'thursday', from: '22:00', until: '23:00' }],
  ['1/2/2027 9:00 to 2/2/2027 9:00', { from: '2027-02-01T09:00', until: '2027-02-02T09:00' }],
])('people type %s', (line, window) => {
  expect(read({ maintenance: `\n${line}\n` })).toMatchObject({ terms: { maintenance: [window] } })
})

describe('every mistake is named', () => {
  test.each<[Partial<typeof nothing>, RegExp]>([
    [{ max_in_flight: '65' }, /^max_in_flight: Calls at once must be a whole number from 1 to 64$/],
    [{ max_in_flight: '1.5' }, /^max_in_flight/],
    [{ max_per_second: 'many' }, /^max_per_second: Calls each second must be a number from 0.1 to 1000$/],
    [{ max_per_second: '0' }, /^max_per_second/],
    [{ maintenance: 'Sunday 22:00 to 02:00\nat night' }, /^maintenance: Line 2 must be like/],
    [{ maintenance: 'Sunday 25:00 to 02:00' }, /Line 1 must be like/],
    [{ maintenance: '31/02/2027 10:00 to 01/03/2027 10:00' }, /Line 1 must be like/],
    [{ maintenance: 'Sunday 22:00 to 22:00' }, /On line 1, the end must be after the start/],
    [{ maintenance: '01/03/2027 10:00 to 01/03/2027 09:00' }, /On line 1, the end must be after the start/],
    [{ maintenance: 'Sunday 01:00 to 02:00\n'.repeat(21) }, /20 lines or fewer/],
    [
      { maintenance: 'Monday 0:00 to 23:59\nTuesday 0:00 to 23:59\nFriday 0:00 to 23:59\nSunday 0:00 to 9:00' },
      /4 days/,
    ],
  ])('%j', (typed, message) => {
    expect(messages(typed)).toEqual([expect.stringMatching(message)])
  })

  test('all at once', () => {
    expect(messages({ max_in_flight: 'a', max_per_second: 'b', maintenance: 'c' })).toHaveLength(3)
  })
})
