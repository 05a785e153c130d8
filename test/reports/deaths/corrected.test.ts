import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../../src/shared/clock.ts'
import type { Client } from '../../support/client.ts'
import { dateFields } from '../stories/street.ts'
import { changesOf, MARGARET, preview, reportDeath, startParish, withdraw, type Parish } from './parish.ts'

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
  await parish.tell()
  parish.house.clock.advance(11 * MINUTE)
  const again = await parish.tell()
  expect(changesOf(again)).toEqual(['benefits told', 'tax told'])
  expect(again.map(({ event }) => event['death_date'])).toEqual(['2026-11-02', '2026-11-02'])
})
