import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../support/client.ts'
import { dateFields, nameFields } from '../stories/street.ts'
import {
  answerDeath,
  changesOf,
  MARGARET,
  preview,
  reportDeath,
  send,
  startParish,
  withdraw,
  type Parish,
} from './parish.ts'

let parish: Parish
beforeEach(async () => {
  parish = await startParish()
})
afterEach(() => parish.close())

async function correctDay(client: Client, reference: string, day: string): Promise<void> {
  await client.get(`/reports/${reference}/correction`)
  await client.submit()
  await client.get('/report/death/death-date')
  await client.submit(dateFields('death-date', day))
  await preview(client)
  await client.submit()
  expect(client.page.url.pathname).toBe(`/reports/${reference}`)
}

test('a report that stands in for another tells what it says by now, and nobody twice', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  const first = await reportDeath(grace, {
    ...MARGARET,
    'deceased-postcode': { 'deceased-postcode': 'LS8 5DR' },
    'deceased-address': { 'deceased-address': '72000000012' },
  })
  await parish.tell()
  const second = await reportDeath(amira, MARGARET)
  await correctDay(amira, second, '2026-11-02')
  expect((await parish.tell()).map(({ body, event }) => [body, event['death_date']])).toEqual([
    ['licence', '2026-11-02'],
  ])
  await withdraw(grace, first)
  const again = (await parish.tell()).filter(({ event }) => event['change'] !== 'withdrawn')
  expect(changesOf(again)).toEqual(['benefits told', 'tax told'])
  expect(again.map(({ event }) => event['death_date'])).toEqual(['2026-11-02', '2026-11-02'])
})

const ARTHUR = {
  names: nameFields('names', 'Arthur', 'Fielding'),
  'birth-date': dateFields('birth-date', '1948-04-02'),
}

/** Of a report about Arthur: that it was Margaret. */
async function correctToMargaret(client: Client, reference: string): Promise<void> {
  await client.get(`/reports/${reference}/correction`)
  await client.submit()
  for (const question of ['names', 'birth-date'] as const) {
    await client.get(`/report/death/${question}`)
    await client.submit(MARGARET[question])
  }
  await preview(client)
  await client.submit()
  expect(client.page.url.pathname).toBe(`/reports/${reference}`)
}

test('nobody takes back what another reported by correcting a report of the same death to be about themselves', async () => {
  const grace = await parish.house.signIn('grace')
  const margaret = await parish.house.signIn('margaret')
  await reportDeath(grace, { ...MARGARET, ...ARTHUR })
  await parish.tell()
  const own = await reportDeath(margaret, { ...MARGARET, ...ARTHUR })
  await correctToMargaret(margaret, own)
  await margaret.get('/reported-as-dead/report')
  await margaret.submit()
  expect(changesOf(await parish.tell())).toEqual([])
})

test('once the first report is corrected to be about somebody else, the one that joined it is told in its own right', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  const first = await reportDeath(grace, { ...MARGARET, ...ARTHUR })
  await parish.tell()
  await reportDeath(amira, { ...MARGARET, ...ARTHUR })
  await correctToMargaret(grace, first)
  const both = await parish.tell()
  const isCorrected = ({ event }: (typeof both)[number]) => event['change'] === 'corrected'
  expect(changesOf(both.filter(isCorrected))).toEqual(['benefits corrected', 'licence corrected', 'tax corrected'])
  const again = both.filter((each) => !isCorrected(each))
  expect(changesOf(again)).toEqual(['benefits told', 'licence told', 'tax told'])
  expect(again.map(({ event }) => event['deceased_birth_date'])).toEqual(['1948-04-02', '1948-04-02', '1948-04-02'])
})

test('once the day of death is put right, who reports the right day joins it, who had joined stays, and the wrong day is nobody’s', async () => {
  const grace = await parish.house.signIn('grace')
  const amira = await parish.house.signIn('amira')
  const margaret = await parish.house.signIn('margaret')
  const first = await reportDeath(grace, MARGARET)
  await parish.tell()
  const joined = await reportDeath(amira, MARGARET)
  await correctDay(grace, first, '2026-11-02')
  expect(changesOf(await parish.tell())).toEqual(['benefits corrected', 'licence corrected', 'tax corrected'])

  await answerDeath(margaret, { ...MARGARET, 'death-date': dateFields('death-date', '2026-11-02') })
  expect(await preview(margaret)).toContain('This death was already reported on')
  await send(margaret)
  expect(await parish.tell()).toEqual([])
  await amira.get(`/reports/${joined}`)
  expect(amira.page.text).toMatch(/Told because of an earlier report.*Body benefits.*It has been told/)

  await answerDeath(grace, MARGARET)
  expect(await preview(grace)).not.toContain('already reported')
})
