import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropOldMonths, makeMonths } from '../../src/access-log/growth/retain.ts'
import { growthMachineRoutes } from '../../src/access-log/growth/machine-routes.ts'
import { growthRoutes } from '../../src/access-log/growth/routes.ts'
import { settleDisclosures } from '../../src/access-log/record.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { parseNote, signersOf } from '../../src/merkle-log/note.ts'
import { subjectRef } from '../../src/vault/pseudonyms.ts'
import { dataKeysOfSubjects, ensureSubjects } from '../../src/vault/subject-store.ts'
import { aDisclosure, disclose, testVault } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
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
  const record = async (subjectRef: Buffer, day: string) => {
    const recordId = uuidv7()
    await disclose(site.database, aDisclosure({ subjectRef, recordId, registeredAt: new Date(day) }))
    return recordId
  }
  const told = await record(gone, '2031-03-02T12:00:00Z')
  await record(kept, '2031-03-31T12:00:00Z')
  const later = await record(kept, '2031-04-01T12:00:00Z')
  for (const [ref, recordId] of [[gone, told] as const, [kept, later] as const]) {
    await settle(site.database, ref, recordId)
  }
  await sealed(site.database, kept, { registeredAt: '2031-03-10T12:00:00Z', opensAt: '2038-05-01T12:00:00Z' })
  await owner.raw('delete from unplaced_access_records')
})
afterAll(() => site.close())

const settle = ({ worker }: TestDatabase, ref: Buffer, recordId: string) =>
  worker.transaction((tx) => settleDisclosures(tx, [{ subjectRef: ref, recordId, result: 'made', at: new Date() }]))

/** A copy of somebody's record, kept back until then. */
async function sealed({ owner }: TestDatabase, ref: Buffer, { registeredAt, opensAt }: Record<string, string>) {
  const columns = await owner('access_records').where({ subject_ref: ref }).first<Record<string, unknown>>()
  await owner('sealed_access_records').insert({
    ...{ ...columns, record_id: uuidv7(), controller_id: 'dvla', visibility: 'sealed' },
    ...{ registered_at: registeredAt, release_not_before: opensAt },
  })
}

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
  // What is under a seal keeps its month: it opens there.
  await run('2038-04-01T12:00:00Z')
  expect(await monthsOfRecords()).toEqual(['2031-03', '2031-03', '2031-04'])
  await site.database.worker('seals').delete()
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

test('what stood beside its records has left too, that of other months stays, and nothing is deleted by mistake', async () => {
  const { owner } = site.database
  expect(await owner('disclosure_results').pluck('subject_ref')).toEqual([kept])
  expect(await owner('sealed_access_records')).toEqual([])
  for (const table of ['disclosure_results', 'access_record_ledger']) {
    await expect(owner(table).delete(), table).rejects.toThrow('append-only')
  }
})

test('what has left is not taken in again: of the ledger, ids and hashes stay, and no person', async () => {
  const { owner } = site.database
  const ledger = await owner('access_record_ledger').first<Record<string, unknown>>()
  expect(Object.keys(ledger ?? {}).toSorted()).toEqual(['content_hash', 'controller_id', 'record_id'])
  const [recordId = ''] = (await owner('access_record_ledger').orderBy('record_id').pluck<string[]>('record_id')).slice(
    0,
    1,
  )
  await disclose(
    site.database,
    aDisclosure({ subjectRef: gone, recordId, registeredAt: new Date('2038-04-03T12:00:00Z') }),
  )
  expect(await monthsOfRecords()).toEqual(['2031-04'])
})

test('months are made half a year ahead', async () => {
  await makeMonths(site.database.worker, new Date('2033-01-15T00:00:00Z'))
  const { rows } = await site.database.owner.raw<{ rows: { there: string | null }[] }>(
    `select to_regclass('access_records_2033_07') as there`,
  )
  expect(rows).toEqual([{ there: 'access_records_2033_07' }])
})
