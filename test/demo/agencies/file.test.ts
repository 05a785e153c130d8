import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
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

test('seven bodies with eight subscriptions describe themselves without a mistake', () => {
  const reading = readAgencies(sample.file, { lifeEvents, allowLoopback: true })

  expect(reading).not.toHaveProperty('mistakes')
  expect(sample.file.agencies.map(({ id, streams }) => [id, streams.length])).toEqual([
    ['dvla', 2],
    ['hmrc', 1],
    ['dwp', 1],
    ['nhs-england', 1],
    ['student-loans-company', 1],
    ['leeds-city-council', 1],
    ['cardiff-council', 1],
  ])
})

test('every address and every secret is of one subscription only', () => {
  const streams = sample.file.agencies.flatMap((agency) => agency.streams)
  expect(new Set(streams.map(({ endpoint_url }) => endpoint_url)).size).toBe(8)
  expect(new Set(streams.map(({ authorization_header }) => authorization_header)).size).toBe(8)
})

test('every body is marked as an illustration, and every power is a statute with its address', () => {
  for (const { illustration, agreements } of sample.file.agencies) {
    expect(illustration).toBe(true)
    for (const { power } of agreements)
      expect(power).toMatch(/^https:\/\/www\.legislation\.gov\.uk\/(ukpga|uksi)\/\d{4}\//)
  }
})

test('bodies are told different things, none of them more than it needs', () => {
  const lists = sample.file.agencies.flatMap(({ agreements }) => agreements.map(({ events }) => events[0]?.fields))
  expect(new Set(lists.map((fields) => fields?.toSorted().join())).size).toBeGreaterThanOrEqual(6)
  const fieldsOf = (id: string) =>
    sample.file.agencies.find((agency) => agency.id === id)?.agreements[0]?.events[0]?.fields ?? []
  expect(fieldsOf('hmrc')).not.toContain('moving_with')
  expect(fieldsOf('nhs-england')).toContain('moving_with')
  expect(fieldsOf('dvla')).not.toContain('contact')
})

test('bodies speak Welsh where they speak English', () => {
  const said = bodies.flatMap(({ name, subscriptions }) => [
    name,
    ...subscriptions.flatMap(({ agreement, answers }) => [
      agreement.purpose,
      agreement.effect,
      ...answers.flatMap(({ steps }) => steps.flatMap(({ message }): InBoth[] => (message ? [message] : []))),
    ]),
  ])
  expect(said.length).toBeGreaterThan(40)
  for (const { en, cy } of said) expect(cy, en).not.toBe(en)
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
