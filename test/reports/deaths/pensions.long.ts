import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyEntry, agreementEntry, streamEntry } from '../../support/agencies-file.ts'
import { FIELDS, MARGARET, reportDeath, startParish, type Parish } from './parish.ts'

let parish: Parish
beforeAll(async () => {
  parish = await startParish((url) => SCHEMES.map((scheme) => entryOf(scheme, url)))
})
afterAll(() => parish.close())

const SCHEMES = ['nhs', 'teachers', 'civil_service']

const entryOf = (scheme: string, url: string) => {
  const id = `${scheme.replace('_', '-')}-pensions`
  const events = [{ type: 'death', fields: [...FIELDS, `deceased_pensions_${scheme}`] }]
  const streams = [streamEntry({ endpoint_url: url })]
  return agencyEntry({ id, streams, agreements: [agreementEntry({ id: `${id}-death`, events })] })
}

test('each pension scheme learns of its own pensions alone', async () => {
  const grace = await parish.house.signIn('grace')
  await reportDeath(grace, {
    ...MARGARET,
    'has-pensions': { 'has-pensions': 'yes' },
    'pensions/1': { scheme: 'nhs', 'pension-number': 'NHS 1' },
    'pensions/2': { scheme: 'teachers', 'pension-number': 'T 2' },
    'pensions/3': { scheme: 'nhs', 'pension-number': 'NHS 3' },
    'pensions/4': { scheme: 'local-government' },
    'pensions/5': { scheme: 'other', 'pension-number': 'X 5' },
    pensions: { pensions: 'yes' },
  })
  const told = await parish.tell()
  const pensionsOf = (body: string) =>
    Object.entries(told.find((each) => each.body === body)?.event ?? {}).filter(([name]) => name.includes('pensions'))
  expect(pensionsOf('nhs-pensions')).toEqual([
    [
      'deceased_pensions_nhs',
      [
        { scheme: 'nhs', number: 'NHS 1' },
        { scheme: 'nhs', number: 'NHS 3' },
      ],
    ],
  ])
  expect(pensionsOf('teachers-pensions')).toEqual([
    ['deceased_pensions_teachers', [{ scheme: 'teachers', number: 'T 2' }]],
  ])
  expect(pensionsOf('civil-service-pensions')).toEqual([])
  expect(told.find(({ body }) => body === 'tax')?.event).not.toHaveProperty('deceased_pensions')
})
