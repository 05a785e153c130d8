import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Knex } from 'knex'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { MINUTE, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, waitingFor, type TestDatabase } from '../support/database.ts'
import { aWorker, rowsOf, startDelivering, statesOf, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const REPORTS = 5
let database: TestDatabase
let citizen: Citizen
let delivering: Delivering
let ahead = 0
let locks: Knex.Transaction[]
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  locks = []
  delivering = await startDelivering(database, { vault, clock })
  await aRecipient(database, vault, 'dvla', delivering.receiver.url)
})
afterEach(async () => {
  for (const lock of locks) if (!lock.isCompleted()) await lock.rollback()
  await delivering.close()
  await empty(database)
})

const reports = () => Promise.all(Array.from({ length: REPORTS }, () => aReport(database, vault, citizen)))
const jtis = () => delivering.receiver.arrivals.map(({ token }) => token.jti).toSorted()
const deliveries = async () => (await rowsOf(database, 'deliveries')).map(({ id }) => id as string).toSorted()

/** Written once, by the transaction that took their report: nobody claimed them after. */
async function bornLeased(): Promise<number> {
  const { rows } = await database.owner.raw<{ rows: { count: string }[] }>(
    `select count(*) from deliveries d join reports r on r.id = d.report_id
     where d.leased_until is not null and d.xmin = r.xmin`,
  )
  return Number(rows[0]?.count)
}

/** A worker that runs, and knows that nothing older is due: what it makes it takes at once. */
async function running(): Promise<void> {
  await delivering.worker.start()
  await aReport(database, vault, citizen)
  await expect.poll(() => statesOf(database)).toEqual({ acknowledged: 1 })
}

/** Nobody can write to a table until `commit`. */
async function locked(table: string) {
  const lock = await database.owner.transaction()
  locks.push(lock)
  await lock.raw(`lock table ${table} in access exclusive mode`)
  return lock
}

test('what a worker made for itself and died with is told by another when its lease is over, once', async () => {
  await reports()
  const now = clock()
  const fresh = { lease: randomUUID(), leasedUntil: later(now, MINUTE), rooms: {}, otherwise: 64 }
  await fanOut(database.worker, vault, now, { fresh })
  expect(await bornLeased()).toBe(REPORTS)

  await delivering.worker.runOnce()
  expect(jtis()).toEqual([])
  ahead = MINUTE
  await delivering.worker.runOnce()
  expect(jtis()).toEqual(await deliveries())
  expect(await statesOf(database)).toEqual({ acknowledged: REPORTS })
  expect(await rowsOf(database, 'access_records')).toHaveLength(REPORTS)
})

test('a worker that is stopped while it makes ready what it made gives it back at once, and another tells it', async () => {
  await running()
  const ledger = await locked('access_record_ledger')
  await reports()
  await expect.poll(bornLeased).toBe(REPORTS)
  const stopped = delivering.worker.stop()
  await ledger.commit()
  await stopped
  await toldByAnother()
})

test('nor does it end before it has given back what it was still making when it was stopped', async () => {
  await running()
  const [people, ledger] = [await locked('pairwise_identifiers'), await locked('access_record_ledger')]
  await reports()
  await expect.poll(() => waitingFor(database, 'pairwise_identifiers')).toBeGreaterThan(0)
  let ended = false
  const stopped = delivering.worker.stop().then(() => (ended = true))
  await people.commit()
  await expect.poll(() => waitingFor(database, 'access_record_ledger')).toBeGreaterThan(0)
  await pause(300)
  expect(ended).toBe(false)
  await ledger.commit()
  await stopped
  await toldByAnother()
})

async function toldByAnother(): Promise<void> {
  expect(await database.owner('deliveries').whereNotNull('leased_until')).toEqual([])
  expect(jtis()).toHaveLength(1)
  const another = aWorker(database, { vault, clock, signingKeys: delivering.signingKeys })
  await another.runOnce()
  await another.stop()
  expect(jtis()).toEqual(await deliveries())
}
