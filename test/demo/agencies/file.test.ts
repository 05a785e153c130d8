import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { isDataCategory } from '../../../src/catalogue/data-category.ts'
import { onlyAbout } from '../../../src/demo/agencies/agencies-file.ts'
import { bodies } from '../../../src/demo/agencies/bodies.ts'
import type { InBoth } from '../../../src/demo/agencies/body.ts'
import { startSampleAgencies, type SampleAgencies } from '../../../src/demo/agencies/sample-agencies.ts'
import { readAgencies } from '../../../src/subscriptions/agencies-file.ts'
import { sourceFiles } from '../../support/source-files.ts'

let sample: SampleAgencies

beforeAll(async () => {
  sample = await startSampleAgencies({ baseUrl: 'http://localhost:1' })
})

afterAll(() => sample.close())

test('all bodies describe themselves without a mistake', () => {
  const reading = readAgencies(sample.file, { lifeEvents, allowLoopback: true })

  expect(reading).not.toHaveProperty('mistakes')
  expect(sample.file.agencies.map(({ id, streams }) => [id, streams.length])).toEqual([
    ['dvla', 2],
    ['hmrc', 1],
    ['dwp', 1],
    ['hm-passport-office', 1],
    ['home-office', 1],
    ['nhs-england', 1],
    ['student-loans-company', 1],
    ['leeds-city-council', 3],
    ['cardiff-council', 3],
    ['cambridge-city-council', 1],
    ['cambridgeshire-county-council', 2],
    ['social-security-scotland', 1],
    ['nhs-pensions', 1],
    ['civil-service-pensions', 1],
    ['veterans-uk', 1],
    ['information-commission', 0],
    ['childrens-commissioner', 0],
  ])
})

test('one of them polls, and one reads in its inbox; all others are pushed to', () => {
  const others = sample.file.agencies.flatMap(({ id, streams }) =>
    streams.filter(({ method }) => method !== 'push').map(({ method }) => [id, method]),
  )
  expect(others).toEqual([
    ['cambridgeshire-county-council', 'inbox'],
    ['cambridgeshire-county-council', 'inbox'],
    ['veterans-uk', 'poll'],
  ])
})

/** By type of event, the agreements under which bodies are told. */
const told: Record<string, string[]> = {
  death: [
    ...['dvla-licence-death', 'dvla-vehicle-death', 'hmrc-death', 'dwp-death', 'hm-passport-office-death'],
    ...['leeds-city-council-death', 'cardiff-council-death'],
    ...['cambridge-city-council-death', 'cambridgeshire-county-council-death'],
    ...['social-security-scotland-death', 'nhs-pensions-death', 'civil-service-pensions-death', 'veterans-uk-death'],
  ],
  'change-of-address': [
    ...['dvla-driving-licence', 'dvla-vehicle-log-book', 'hmrc-address', 'dwp-address', 'home-office-evisa'],
    ...[
      'nhs-england-address',
      'student-loans-company-address',
      'leeds-city-council-address',
      'cardiff-council-address',
    ],
    ...['cambridge-city-council-address', 'cambridgeshire-county-council-address'],
  ],
  'change-of-name': [
    ...['dvla-licence-name', 'dvla-vehicle-name', 'hmrc-name', 'dwp-name', 'nhs-england-name'],
    ...['student-loans-company-name', 'leeds-city-council-name', 'cardiff-council-name', 'cambridge-city-council-name'],
  ],
  birth: [...['hmrc-child-benefit', 'dwp-circumstances', 'nhs-england-birth'], ...councilTaxReductions()],
  marriage: ['hmrc-marriage', 'dwp-circumstances', ...councilTaxReductions(), ...pensions()],
  separation: ['hmrc-separation', 'dwp-circumstances', ...councilTaxReductions(), ...pensions()],
  work: [
    ...['hmrc-work', 'dwp-circumstances', 'student-loans-company-work', ...councilTaxReductions()],
    ...[
      'leeds-city-council-school-meals',
      'cardiff-council-school-meals',
      'cambridgeshire-county-council-school-meals',
    ],
  ],
  caring: [
    ...['dwp-carers', 'leeds-city-council-carers', 'cardiff-council-carers', 'cambridgeshire-county-council-carers'],
    'social-security-scotland-carers',
  ],
  health: [
    ...['dvla-medical', 'dwp-health', 'leeds-city-council-blue-badge', 'cardiff-council-blue-badge'],
    'cambridgeshire-county-council-blue-badge',
  ],
  'contact-details': [
    ...['dvla', 'hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds-city-council', 'cardiff-council'],
    ...['cambridge-city-council', 'social-security-scotland', 'nhs-pensions', 'civil-service-pensions', 'veterans-uk'],
  ].map((body) => `${body}-contact-details`),
  'leaving-or-returning': [
    ...['hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds-city-council', 'cardiff-council'],
    'cambridge-city-council',
  ].map((body) => `${body}-leaving-or-returning`),
}

test.each(Object.entries(told))('of a %s are told those who have to act on it', (type, expected) => {
  const about = agreements().filter(({ events }) => events.some((event) => event.type === type))
  expect(about.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
})

test('the table names every life event', () => {
  expect(Object.keys(told).toSorted()).toEqual(lifeEvents.map(({ type }) => type).toSorted())
})

test('every address and every secret is of one subscription only, which gets one agreement for each type of event', () => {
  const streams = sample.file.agencies.flatMap((agency) => agency.streams.filter(({ method }) => method === 'push'))
  expect(streams.length).toBeGreaterThan(10)
  expect(new Set(streams.map(({ endpoint_url }) => endpoint_url)).size).toBe(streams.length)
  expect(new Set(streams.map(({ authorization_header }) => authorization_header)).size).toBe(streams.length)
  for (const { id, subscriptions } of bodies) {
    for (const subscription of subscriptions) {
      const types = subscription.agreements.flatMap(({ events }) => events.map(({ type }) => type))
      expect(types, `${id}/${subscription.path}`).toEqual([...new Set(types)])
    }
  }
})

test('every body is marked as an illustration, and every power is a statute with its address, or the prerogative', () => {
  expect(sample.file.agencies.every(({ illustration }) => illustration)).toBe(true)
  for (const { power } of agreements()) {
    expect(power).toMatch(/^(https:\/\/www\.legislation\.gov\.uk\/(ukpga|uksi|asp|anaw)\/\d{4}\/|Royal prerogative: )/)
  }
})

test('what cannot be undone is what bodies do about a death, and all of it says so', () => {
  const final = agreements().filter(({ irreversible }) => irreversible)
  expect(final.map(({ id }) => id)).toEqual([
    ...['dvla-licence-death', 'dvla-vehicle-death', 'dwp-death', 'hm-passport-office-death'],
    ...['social-security-scotland-death', 'nhs-pensions-death', 'civil-service-pensions-death', 'veterans-uk-death'],
  ])
})

test('what is told by consent can be refused', () => {
  const consented = agreements().filter(({ legal_basis }) => /6\(1\)\(a\)|9\(2\)\(a\)/.test(legal_basis))
  expect(consented.length).toBeGreaterThan(10)
  expect(consented.filter(({ choice }) => choice === 'required')).toEqual([])
})

test('who is told something of a special category has a condition of article 9 for it', () => {
  // The place of death is of somebody whom data protection law does not reach any more.
  const ofTheDead = ['place_of_death']
  for (const { id, events, legal_basis } of agreements()) {
    const special = events.flatMap(({ type, fields }) => {
      const event = lifeEvents.find((one) => one.type === type)
      return fields.filter((field) => event?.fields[field]?.special && !ofTheDead.includes(field))
    })
    if (special.length > 0) expect(legal_basis, `${id}: ${special.join()}`).toContain('9(2)')
  }
})

test('bodies are told different things, none of them more than it needs', () => {
  const fieldsOf = (id: string) => agreements().find((agreement) => agreement.id === id)?.events[0]?.fields ?? []
  expect(fieldsOf('hmrc-address')).not.toContain('moving_with')
  expect(fieldsOf('nhs-england-address')).toContain('moving_with')
  expect(fieldsOf('dvla-driving-licence')).not.toContain('contact')
  // Who licenses drivers gets nothing of a condition that does not bear on driving.
  expect(fieldsOf('dvla-medical')).toEqual(['driving_conditions', 'handle_with_care'])
  expect(fieldsOf('leeds-city-council-blue-badge')).toEqual(['affects_mobility', 'handle_with_care'])
  // The reason can be that somebody's gender has changed.
  const withReason = agreements().filter(({ events }) => events.some(({ fields }) => fields.includes('reason')))
  expect(withReason.map(({ id }) => id)).toEqual(['dwp-name'])
})

test('a service that knows fewer life events gets what is about those', () => {
  const { agencies } = onlyAbout(['health', 'birth'], sample.file)
  expect(readAgencies({ agencies }, { lifeEvents, allowLoopback: true })).not.toHaveProperty('mistakes')
  expect(agencies.map(({ id }) => id)).not.toContain('home-office')
  expect(agencies.find(({ id }) => id === 'dvla')?.streams).toHaveLength(1)
  const types = agencies.flatMap((agency) => agency.agreements.flatMap(({ events }) => events.map(({ type }) => type)))
  expect(new Set(types)).toEqual(new Set(['health', 'birth']))
})

test('what bodies say that they looked at is on the list of categories', () => {
  const looks = bodies.flatMap(({ subscriptions }) =>
    subscriptions.flatMap((subscription) => subscription.agreements.flatMap(({ look }) => look ?? [])),
  )
  expect(looks.length).toBeGreaterThan(8)
  expect(looks.flatMap((look) => look.dataCategories).filter((name) => !isDataCategory(name))).toEqual([])
})

test('what bodies say that they looked at is covered: by what they report it under, and by a system that reports', () => {
  for (const { id, subscriptions } of bodies) {
    const entry = sample.file.agencies.find((agency) => agency.id === id)
    const looking = subscriptions.flatMap((one) => one.agreements).filter(({ look }) => look)
    for (const { look, events, matching } of looking) {
      const own = entry?.activities.find((activity) => activity.id === look?.activity)
      const told = events.flatMap(({ type, fields }) =>
        [...fields, ...matching].map((field) => categoryOf(type, field)),
      )
      const allowed = look?.activity === undefined ? told : (own?.data_categories ?? [])
      expect(allowed, look?.name).toEqual(expect.arrayContaining(look?.dataCategories ?? []))
      expect(
        entry?.systems?.covered.map(({ en }) => en),
        look?.name,
      ).toContain(look?.system)
    }
  }
})

test('bodies speak Welsh where they speak English', () => {
  const said = pairsIn(bodies)
  expect(said.length).toBeGreaterThan(300)
  for (const { en, cy } of said) if (en !== 'Veterans UK') expect(cy, en).not.toBe(en)
})

test('bodies know nothing of ours but shared words: what they use is what any body outside has', () => {
  // How their process is started is our affair, not theirs.
  const ownFiles = sourceFiles('src/demo/agencies').filter(({ path }) => !path.endsWith('/process.ts'))
  const imports = ownFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => normalize(join(dirname(path), target))),
  )
  const foreign = imports.filter((target) => !/^src\/(shared|demo\/agencies)\//.test(target))
  expect(imports.length).toBeGreaterThan(50)
  expect(foreign).toEqual([])
})

const categoryOf = (type: string, field: string) =>
  lifeEvents.find((event) => event.type === type)?.fields[field]?.category

const agreements = () => sample.file.agencies.flatMap((agency) => agency.agreements)

function councilTaxReductions(): string[] {
  const councils = ['leeds-city-council', 'cardiff-council', 'cambridge-city-council']
  return councils.map((council) => `${council}-council-tax-reduction`)
}

function pensions(): string[] {
  return ['nhs-pensions-partner', 'civil-service-pensions-partner']
}

function pairsIn(value: unknown): InBoth[] {
  if (typeof value !== 'object' || value === null) return []
  return 'cy' in value ? [value as InBoth] : Object.values(value).flatMap(pairsIn)
}
