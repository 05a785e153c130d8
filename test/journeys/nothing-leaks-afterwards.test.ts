import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpOf, rowsThatShow } from '../support/dump.ts'
import { anAnswer } from '../support/progress.ts'
import { dateFields } from '../reports/stories/street.ts'
import { answer as answerHealth, startStreet, type Street } from '../reports/stories/street.ts'
import { MARGARET, preview, reportDeath, startParish, withdraw, type Parish } from '../reports/deaths/parish.ts'
import type { House } from '../support/house.ts'

let parish: Parish
let street: Street
beforeAll(async () => {
  parish = await startParish()
  street = await startStreet('health', {
    licences: { fields: ['names', 'birth_date', 'driving_conditions'], matching: ['driver_number'] },
    leeds: { fields: ['names', 'address', 'affects_mobility'] },
  })
})
afterAll(async () => {
  await street.close()
  await parish.close()
})

async function shown({ database, logs }: House, secrets: string[]): Promise<string[]> {
  const dump = await dumpOf(database.owner)
  const inLogs = secrets.filter((secret) => logs.join('').includes(secret)).map((secret) => `logs: ${secret}`)
  return [...secrets.flatMap((secret) => rowsThatShow(dump, secret)), ...inLogs]
}

test('of a death, its correction, an answer and why it was taken back nothing stands in clear', async () => {
  const { house } = parish
  const grace = await house.signIn('grace')
  const reference = await reportDeath(grace, MARGARET)
  const told = await parish.tell()
  const jti = told.find(({ body }) => body === 'benefits')?.token.jti ?? ''
  const asks = { en: 'Which Saltburn pension did she draw?' }
  const at = { jti, agencyId: 'benefits', at: house.clock() }
  await anAnswer(house.database, house.config.vault, { ...at, status: 'needs_information', message: asks })
  await grace.get(`/reports/${reference}/deliveries/${jti}/answer`)
  expect(grace.page.text).toContain('Saltburn')
  await grace.submit({ answer: 'The one of the Ironworkers' })

  await grace.get(`/reports/${reference}/correction`)
  await grace.submit()
  await grace.get('/report/death/birth-date')
  await grace.submit(dateFields('birth-date', '1951-09-29'))
  await preview(grace)
  await grace.submit()
  const after = JSON.stringify((await parish.tell()).map(({ event }) => event))
  expect(after, 'the search is no search for nothing').toMatch(/Ironworkers.*1951-09-29|1951-09-29.*Ironworkers/)
  await withdraw(grace, reference)
  await parish.tell()

  const secrets = ['Fielding', 'Margaret', '1951-09-30', '1951-09-29', 'CB1 2AD', '200004000005', '2026-11-03']
  expect(await shown(house, [...secrets, 'Saltburn', 'Ironworkers', 'Whitfield', 'LS6 3AA'])).toEqual([])
})

test('of somebody’s health, and of what they keep from a body, no value stands in clear', async () => {
  const { house } = street
  const grace = await house.signIn('grace')
  await answerHealth(grace, 'health', {
    safety: { safety: 'yes' },
    conditions: { conditions: ['epilepsy'] },
    since: { 'since-day': '', 'since-month': '3', 'since-year': '1999' },
    'daily-life': { 'daily-life': 'yes' },
    'moving-around': { 'moving-around': 'yes' },
    driving: { driving: 'no' },
    'held-home': { 'held-home': 'yes' },
    numbers: { numbers: 'none' },
  })
  await grace.get('/report/health/redaction/leeds-health')
  await grace.submit({ fields: ['address'] })
  await grace.get('/report/health/who-will-be-told')
  await grace.submit()
  expect(grace.page.url.pathname).toMatch(/confirmation$/)
  const told = await street.tell()
  expect(Object.keys(told).toSorted()).toEqual(['leeds', 'licences'])
  expect(told['leeds']).not.toHaveProperty('address')
  expect(JSON.stringify(told)).toContain('epilepsy')
  expect(await house.database.owner('reports').pluck('redacted')).toEqual([{ 'leeds-health': ['address'] }])

  const secrets = ['epilepsy', '1999-03', 'Whitfield', '1975-11-23', 'WHITF761235GE9AB', 'LS6 3AA', 'Otley Road']
  expect(await shown(house, secrets)).toEqual([])
})
