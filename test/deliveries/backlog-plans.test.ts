import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimDue, settle, type Settlement } from '../../src/deliveries/delivery-store.ts'
import type { ClaimedDelivery } from '../../src/deliveries/delivery.ts'
import { fanOutReports } from '../../src/deliveries/fan-out-store.ts'
import { callPollers } from '../../src/deliveries/poll-store.ts'
import { MINUTE, later } from '../../src/shared/clock.ts'
import { openDatabase, type Db } from '../../src/shared/database.ts'
import { ukToday } from '../../src/shared/dates.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const DUE = 20_000
const WAITING = 1000
const BATCH = 10
const now = new Date()
let database: TestDatabase
let citizen: Citizen
/** As a worker has it. */
let db: Db

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase(database.urls.worker, { plansOnce: true, max: 1 })
  citizen = await aCitizen(database, vault, 'amira')
  const { accountId, subject } = citizen
  const subscription = await aRecipient(database, vault, 'dvla', 'https://body.example/events')
  // Plans are made while nothing is due or waits, and kept.
  await db.transaction((tx) => settle(tx, []))
  await db.transaction((tx) => fannedOut(tx))
  await callPollers(db, now)
  await database.owner.raw(
    `insert into deliveries (id, report_id, account_id, subject_ref, subscription_id, agency_id, agreement_id,
       agreement_version, event_type, access_record_id, created_at, next_attempt_at)
     select uuidv7(), gen_random_uuid(), ?, ?, ?, 'dvla', 'dvla-address', 1, 'change-of-address', uuidv7(), ?, ?
     from generate_series(1, ?)`,
    [accountId, subject, subscription, now, now, DUE],
  )
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

const fannedOut = (tx: Knex.Transaction) =>
  fanOutReports(tx, { now: later(now, MINUTE), today: ukToday(now), limit: BATCH })

const claimed = () =>
  claimDue(db, {
    ...{ lease: randomUUID(), now, leasedUntil: later(now, MINUTE) },
    ...{ limit: BATCH, perLane: BATCH, inHand: {} },
  })

/** How many rows of a table a transaction has looked at, by an index or without one. */
async function lookedAt(tx: Knex.Transaction, table = 'deliveries'): Promise<number> {
  const { rows } = await tx.raw<{ rows: { looked: number }[] }>(
    `select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as looked
     from pg_stat_xact_user_tables where relname = ?`,
    [table],
  )
  return rows[0]?.looked ?? 0
}

const acknowledged = (delivery: ClaimedDelivery): Settlement => ({
  ...{ delivery, decision: { state: 'acknowledged' }, at: now },
  attempt: { startedAt: now, result: 'accepted', httpStatus: 202, detail: null },
})

test('what is settled is found by itself, however many others are due', async () => {
  const batch = await claimed()
  expect(batch).toHaveLength(BATCH)
  const looked = await db.transaction(async (tx) => {
    expect((await settle(tx, batch.map(acknowledged))).size).toBe(BATCH)
    return lookedAt(tx)
  })
  expect(looked).toBeGreaterThanOrEqual(BATCH)
  expect(looked).toBeLessThan(10 * BATCH)
})

test('who polls is called without a look at all that is due to those who do not', async () => {
  const looked = await db.transaction(async (tx) => {
    await callPollers(tx, now)
    return lookedAt(tx)
  })
  expect(looked).toBeLessThan(10 * BATCH)
})

test('the reports that are next are found without a look at all that wait', async () => {
  await aReport(database, vault, citizen)
  await database.owner.raw(
    `insert into reports select (jsonb_populate_record(r, jsonb_build_object(
       'id', gen_random_uuid(), 'draft_id', gen_random_uuid(), 'reference', 'COPY-' || number))).*
     from reports r cross join generate_series(1, ?) number`,
    [WAITING],
  )
  const looked = await db.transaction(async (tx) => {
    expect((await fannedOut(tx)).reports).toBe(BATCH)
    return lookedAt(tx, 'reports')
  })
  expect(looked).toBeGreaterThanOrEqual(BATCH)
  expect(looked).toBeLessThan(10 * BATCH)
})
