import { describe, expect, test } from 'vitest'
import { agencyFrom } from '../../src/agencies/agency-entry.ts'
import { scopes } from '../../src/identity/agency-scopes.ts'
import { placeOf } from '../../src/agencies/file-mistakes.ts'
import { lifeEvents } from '../../src/catalogue/catalogue.ts'
import { readAgencies, type FileEntry } from '../../src/subscriptions/agencies-file.ts'
import { agencyEntry, agreementEntry, fileOf, streamEntry } from '../support/agencies-file.ts'

const development = { lifeEvents, allowLoopback: true }
const production = { lifeEvents, allowLoopback: false }

const mistakesIn = (file: unknown, rules = production) => {
  const reading = readAgencies(file, rules)
  return 'mistakes' in reading ? reading.mistakes.map(({ path, problem }) => `${placeOf(path)} ${problem}`) : []
}

const entryOf = (file: unknown, rules = production): FileEntry => {
  const reading = readAgencies(file, rules)
  const [entry] = 'value' in reading ? reading.value.agencies : []
  if (!entry) throw new Error(mistakesIn(file, rules).join('\n'))
  return entry
}

const withAgreement = (remarkable: object) => fileOf(agencyEntry({ agreements: [agreementEntry({ ...remarkable })] }))
const withStream = (remarkable: object) => fileOf(agencyEntry({ streams: [streamEntry({ ...remarkable })] }))

describe('what is left out', () => {
  test('has a sensible default', () => {
    const { jwks: _, streams: _streams, agreements: _agreements, ...bare } = agencyEntry()
    expect(entryOf(fileOf({ ...bare, jwks_uri: 'https://leeds.gov.uk/jwks' }))).toMatchObject({
      kind: 'public-body',
      contact: {},
      routing: {},
      streams: [],
      agreements: [],
      illustration: false,
    })
    expect(entryOf(withAgreement({})).agreements[0]).toMatchObject({
      matching: [],
      irreversible: false,
      usual_days: 28,
      effect: { en: 'It will update its records.', cy: 'Bydd yn diweddaru ei gofnodion.' },
    })
  })

  test.each([
    ['UK GDPR Article 6(1)(e)', '6(1)(e)'],
    ['Art. 6(1)(C) UK GDPR', '6(1)(c)'],
    ['6(1)(e) and 9(2)(g)', '6(1)(e), 9(2)(g)'],
    [' 6 (1) (d) ', '6(1)(d)'],
  ])('a legal basis written as %s is %s', (written, basis) => {
    expect(entryOf(withAgreement({ legal_basis: written })).agreements[0]?.legal_basis).toBe(basis)
  })

  test.each([
    ['http://127.0.0.1:4010/events'],
    ['http://localhost:4010/events'],
    ['http://[::1]:4010/events'],
    ['https://events.leeds.gov.uk/set?v=1'],
  ])('%s may be told on a machine of one’s own', (address) => {
    expect(mistakesIn(withStream({ endpoint_url: address }), development)).toEqual([])
  })

  test.each([
    ['a statute by its name', { power: 'Local Government Finance Act 1992, Schedule 2' }],
    ['a statute by its identifier', { power: 'http://www.legislation.gov.uk/id/ukpga/1992/14' }],
    ['an agreement that has ended already', { ends_on: '2020-01-31' }],
    ['a review on the last day', { review_on: '2027-01-31', ends_on: '2027-01-31' }],
    ['no field but those to match by', { matching: ['names'], events: [{ type: 'change-of-address', fields: [] }] }],
  ])('%s is no mistake', (_, remarkable) => {
    expect(mistakesIn(withAgreement(remarkable))).toEqual([])
  })

  test('a body without keys gets no scopes, and one with keys all of them', () => {
    const { jwks: _, ...keyless } = agencyEntry()
    expect(mistakesIn(fileOf(keyless))).toEqual([])
    expect(agencyFrom(entryOf(fileOf(keyless))).scopes).toEqual([])
    expect(agencyFrom(entryOf(fileOf(agencyEntry()))).scopes).toEqual([...scopes])
  })

  test('an event may be named by its address, and a contact by an e-mail address alone', () => {
    const events = ['https://tell-us-once.example/schemas/events/change-of-address/v1']
    const read = entryOf(fileOf(agencyEntry({ contact: 'moves@leeds.gov.uk', streams: [streamEntry({ events })] })))
    expect(read.streams[0]?.events).toEqual(['change-of-address'])
    expect(read.contact).toEqual({ email: 'moves@leeds.gov.uk' })
  })

  test('a body can be reached without a computer, and where to go may be said in one language', () => {
    const ways = { phone: '0113 222 4404', textphone: '18001 0113 222 4404', relay: '18001 then the phone number' }
    const reached = (more: object) => entryOf(fileOf(agencyEntry({ contact: { ...ways, ...more } }))).contact
    expect(reached({ in_person: 'At any hub' })).toEqual({ ...ways, in_person: { en: 'At any hub' } })
    const both = { en: 'At any hub', cy: 'Mewn unrhyw hyb' }
    expect(reached({ in_person: both })).toEqual({ ...ways, in_person: both })
  })
})

describe('mistakes', () => {
  test('and none hides behind another', () => {
    const file = fileOf(
      agencyEntry({
        cluster: 'councils',
        agreements: [
          agreementEntry({ purpose: 'text', review_on: '2027-03-01', ends_on: '2027-02-01' }),
          agreementEntry({ events: [{ type: 'change-of-address', fields: 'names' }], matching: ['shoe_size'] }),
        ],
        streams: [streamEntry({ endpoint_url: 7, agreements: ['elsewhere'] })],
      }),
      agencyEntry({ name: undefined, agreements: 'none' }),
    )
    const places = mistakesIn(file).map((mistake) => mistake.split(' ')[0])
    expect(places.toSorted()).toEqual([
      'agencies[0].agreements[0].ends_on',
      'agencies[0].agreements[0].purpose',
      'agencies[0].agreements[1].events[0].fields',
      'agencies[0].agreements[1].id',
      'agencies[0].agreements[1].matching[0]',
      'agencies[0].cluster',
      'agencies[0].streams[0].agreements[0]',
      'agencies[0].streams[0].endpoint_url',
      'agencies[1].agreements',
      'agencies[1].id',
      'agencies[1].name',
    ])
  })

  test('never with a secret in it', () => {
    const file = withStream({ authorization_header: 'Bearer s3cret\n', token_url: 'https://u:s3cret@leeds.gov.uk' })
    expect(mistakesIn(file)).toHaveLength(3)
    expect(mistakesIn(file).join()).not.toContain('s3cret')
  })
})
