import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyEntry, agreementEntry, streamEntry } from '../../support/agencies-file.ts'
import { emailIdentifier, identifierHash, listedHash, numberIdentifier } from '../../../src/subscriptions/identifier.ts'
import { dateFields, nameFields } from '../stories/street.ts'
import { FIELDS, answerDeath, MARGARET, preview, reportDeath, send, startParish, type Parish } from './parish.ts'

let parish: Parish
beforeAll(async () => {
  parish = await startParish((url) => [
    ...SCHEMES.map((scheme) => entryOf(scheme, url)),
    { ...entryOf('burial', url), routing: { interest: true } },
  ])
})
afterAll(() => parish.close())

const SCHEMES = ['nhs', 'teachers', 'civil_service']

const entryOf = (scheme: string, url: string) => {
  const id = `${scheme.replace('_', '-')}-pensions`
  const own = SCHEMES.includes(scheme) ? [`deceased_pensions_${scheme}`] : []
  const events = [{ type: 'death', fields: [...FIELDS, ...own] }]
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

/** As the fund's own program does, over the API. */
async function list(identifier: Parameters<typeof identifierHash>[1]): Promise<void> {
  const { database, config, clock } = parish.house
  const fund = { agency_id: 'burial-pensions' }
  const stream = await database.owner('subscriptions').where(fund).first<{ id: string }>('id')
  await database.owner('stream_subjects').insert({
    ...{ ...fund, subscription_id: stream.id, format: identifier.format, wanted: true, changed_at: clock() },
    subject_hash: listedHash('burial-pensions', identifierHash(config.vault, identifier)),
  })
}

const numbered = (number: string) => ({ 'national-insurance': { 'national-insurance': number } })

test('who lists people is told of a death by the number of who died, and not by who reports it', async () => {
  const grace = await parish.house.signIn('grace')
  await list(emailIdentifier('grace.whitfield@example.com'))
  const number = numberIdentifier('national_insurance_number', 'QQ123456C', '1951-09-30')
  if (!number) throw new Error('It is a number')
  await list(number)

  const una = { names: nameFields('names', 'Una', 'Fielding'), 'birth-date': dateFields('birth-date', '1950-02-01') }
  await answerDeath(grace, { ...MARGARET, ...una, ...numbered('QQ123456C') })
  expect(await preview(grace)).toContain('Only if it already has a file on the person it is about')
  const reference = await send(grace)
  const told = (await parish.tell()).map(({ body }) => body)
  expect(told, 'another birth date').not.toContain('burial-pensions')
  await grace.get(`/reports/${reference}`)
  expect(grace.page.text).toContain('It is told only about people it has a file on. We cannot say if it has one.')
  expect(grace.page.text).not.toContain('no file on you')

  await reportDeath(grace, {
    ...MARGARET,
    'death-date': dateFields('death-date', '2026-11-04'),
    ...numbered('QQ123456C'),
  })
  expect((await parish.tell()).map(({ body }) => body)).toContain('burial-pensions')
})
