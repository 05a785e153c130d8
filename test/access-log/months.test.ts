import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCitizen, aDisclosure, as, disclose, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let amira: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, testVault(), 'amira')
})
afterAll(() => database.close())

/** The partition that a record of this day stands in. */
async function monthOf(day: string): Promise<string> {
  const recordId = uuidv7()
  await disclose(database, aDisclosure({ subjectRef: amira.subject, recordId, registeredAt: new Date(day) }))
  const { rows } = await database.owner.raw<{ rows: { month: string }[] }>(
    'select tableoid::regclass as month from access_records where record_id = ?',
    [recordId],
  )
  return rows[0]?.month ?? 'nowhere'
}

test('months are made ahead by the worker, and records stand in the month in which they were registered', async () => {
  await database.worker.raw(`call keep_months('2031-03-31')`)
  await database.worker.raw(`call keep_months('2030-01-01')`)
  expect(await monthOf('2031-03-01T00:00:00Z')).toBe('access_records_2031_03')
  expect(await monthOf('2031-03-31T23:59:59.999Z')).toBe('access_records_2031_03')
  expect(await monthOf('2031-04-01T00:00:00Z')).toBe('access_records_later')
  expect(await monthOf('1999-12-31T00:00:00Z')).toBe('access_records_earlier')
})

test('a clock gone wrong loses no record, and stops no month from being kept as it is', async () => {
  expect(await monthOf('2999-01-01T00:00:00Z')).toBe('access_records_later')
  await database.worker.raw(`call keep_months('2032-01-01')`)
  expect(await monthOf('2031-12-01T00:00:00Z')).toBe('access_records_later')
  expect(await monthOf('2031-03-01T00:00:00Z')).toBe('access_records_2031_03')
})

test('nobody but the owner reads a month past the rules of the whole', async () => {
  for (const role of [database.web, database.worker]) {
    await expect(role.raw('select * from access_records_later')).rejects.toMatchObject({ code: '42501' })
  }
  await expect(database.web.raw(`call keep_months('2033-01-01')`)).rejects.toMatchObject({ code: '42501' })
})

test('each record waits for its place in the public log from the moment it is there', async () => {
  const queued = database.worker('unplaced_access_records').whereRaw('subject_ref = ?', [amira.subject])
  const [records, waiting] = await Promise.all([
    as(database, amira, (tx) => tx('access_records').pluck<string[]>('record_id')),
    queued.pluck('record_id'),
  ])
  expect(waiting.toSorted()).toEqual(records.toSorted())
})
