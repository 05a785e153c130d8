import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { immediatePace } from '../../../src/demo/agencies/pace.ts'
import { startSampleAgencies } from '../../../src/demo/agencies/sample-agencies.ts'
import { openTally } from '../../../src/demo/agencies/tally.ts'
import { DAY, later } from '../../../src/shared/clock.ts'
import { addDays, ukToday } from '../../../src/shared/dates.ts'
import { startOutsideService, type OutsideService } from './outside-service.ts'

let service: OutsideService
let folder: string
beforeAll(async () => {
  service = await startOutsideService()
  folder = await mkdtemp(join(tmpdir(), 'tell-us-once-counts-'))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

test('a body says of each day that is over, signed, how often it used data; one of them says it late', async () => {
  // At noon, so that the day is the same by every clock.
  let now = new Date(`${ukToday(new Date())}T12:00:00Z`)
  const today = ukToday(now)
  const pace = { ...immediatePace, counts: 20 }
  const agencies = await startSampleAgencies({ baseUrl: service.baseUrl, pace, folder, clock: () => now })
  onTestFinished(() => agencies.close())
  service.know(agencies.file)
  const counted = (agency: string) => service.counts.filter((one) => one.agency === agency).map(({ day }) => day)
  await expect.poll(() => counted('dwp')).toEqual([addDays(today, -1)])
  await expect.poll(() => counted('cardiff-council')).toEqual([addDays(today, -4)])
  expect(counted('hmrc')).toEqual([])

  const sub_id = { format: 'opaque', id: 'person-of-dwp' }
  const stream = agencies.file.agencies.find(({ id }) => id === 'dwp')?.streams[0]
  await fetch(stream?.endpoint_url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/secevent+jwt', authorization: stream?.authorization_header ?? '' },
    body: await service.sign({ claims: { aud: 'dwp', iat: now.getTime() / 1000, sub_id } }),
  })
  await expect.poll(() => readFile(join(folder, 'dwp.tally'), 'utf8')).toContain('record')
  expect(service.records).toHaveLength(1)
  now = later(now, 2 * DAY)
  await expect.poll(() => counted('dwp')).toEqual([-1, 0, 1].map((days) => addDays(today, days)))
  const said = (day: string) => service.counts.find((one) => one.agency === 'dwp' && one.day === day)?.said
  expect(said(today)).toEqual({ iss: 'dwp', aud: service.baseUrl, date: today, records: 1 })
  expect(said(addDays(today, 1))).toMatchObject({ records: 0 })
})

test('what was counted and reported is known after a restart, once, and what is long ago is not owed', async () => {
  const file = join(folder, 'a-body.tally')
  const tally = await openTally(file, '2026-11-20')
  await tally.counted('2026-11-18')
  for (const _ of [1, 2]) await tally.reported('a record', '2026-11-19')
  const again = await openTally(file, '2026-11-21')
  expect(again.recordsOn('2026-11-19')).toBe(1)
  expect(again.owedUntil('2026-11-20')).toEqual(['2026-11-19', '2026-11-20'])
  expect(again.owedUntil('2027-02-20')).toHaveLength(34)
})
