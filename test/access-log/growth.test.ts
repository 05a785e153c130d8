import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropOldMonths, makeMonths } from '../../src/access-log/growth/retain.ts'
import { growthMachineRoutes } from '../../src/access-log/growth/machine-routes.ts'
import { growthRoutes } from '../../src/access-log/growth/routes.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { parseNote, signersOf } from '../../src/merkle-log/note.ts'
import { subjectRef } from '../../src/vault/pseudonyms.ts'
import { dataKeysOfSubjects, ensureSubjects } from '../../src/vault/subject-store.ts'
import { aDisclosure, disclose, testVault } from '../support/access-log.ts'
import { startSite, type Site } from '../support/site.ts'

const vault = testVault()
const key = signerKey('tell-us-once.example/log', Buffer.alloc(32, 7))
const gone = subjectRef(vault, 'passport', 'GBR:100000001')
const kept = subjectRef(vault, 'passport', 'GBR:100000002')

let site: Site
beforeAll(async () => {
  site = await startSite({
    people: ({ web }) => [growthRoutes({ db: web })],
    machines: ({ web }) => [growthMachineRoutes({ db: web })],
  })
  const { owner, worker } = site.database
  await ensureSubjects(
    owner,
    vault,
    [gone, kept].map((ref) => ({ ref, idType: 'passport' })),
  )
  await worker.raw(`call keep_months('2031-06-30')`)
  const record = (subjectRef: Buffer, day: string) =>
    disclose(site.database, aDisclosure({ subjectRef, recordId: uuidv7(), registeredAt: new Date(day) }))
  await record(gone, '2031-03-02T12:00:00Z')
  await record(kept, '2031-03-31T12:00:00Z')
  await record(kept, '2031-04-01T12:00:00Z')
  await owner.raw('delete from unplaced_access_records')
})
afterAll(() => site.close())

const run = (day: string) => dropOldMonths({ db: site.database.worker, key }, new Date(day))

interface Certificates {
  certificates: { month: string; records: number; keys: number; note: string }[]
}
const certificates = async () =>
  ((await (await fetch(`${site.origin}/retention.json`)).json()) as Certificates).certificates

const monthsOfRecords = async () =>
  (await site.database.worker('access_records').orderBy('registered_at').pluck<Date[]>('registered_at')).map((at) =>
    at.toISOString().slice(0, 7),
  )

test('a month leaves when no record of it is to be kept, and not a day before', async () => {
  // Seven years after the last of March: that day it is still kept.
  await run('2038-03-31T12:00:00Z')
  expect(await monthsOfRecords()).toEqual(['2031-03', '2031-03', '2031-04'])
  expect((await site.browser().get('/retention')).text).toContain('We have deleted nothing yet')
  await run('2038-04-01T12:00:00Z')
  expect(await monthsOfRecords()).toEqual(['2031-04'])
  // Twice on one night is once.
  await run('2038-04-01T12:00:00Z')
  expect(await certificates()).toMatchObject([{ month: '2031-03', records: 2, keys: 1 }])
})

test('with the key of whoever nothing else is left of, and a certificate that anybody can check', async () => {
  const keys = await dataKeysOfSubjects(site.database.worker, vault, [gone, kept])
  expect([...keys.keys()]).toEqual([kept.toString('hex')])
  const [certificate] = await certificates()
  const note = parseNote(certificate?.note ?? '')
  expect(note?.text).toContain('month 2031-03\nrecords 2\nkeys 1\n')
  expect(note && signersOf(note, [key])).toEqual([key])
  expect((await site.browser().get('/retention')).text).toContain('March 2031')
})

test('months are made half a year ahead', async () => {
  await makeMonths(site.database.worker, new Date('2033-01-15T00:00:00Z'))
  const { rows } = await site.database.owner.raw<{ rows: { there: string | null }[] }>(
    `select to_regclass('access_records_2033_07') as there`,
  )
  expect(rows).toEqual([{ there: 'access_records_2033_07' }])
})
