import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { chaseOverdue } from '../../src/deliveries/chase.ts'
import { DAY, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aDelivery, anAnswer } from '../support/progress.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const NOW = new Date('2026-11-22T10:00:00Z')
let database: TestDatabase
let citizen: Citizen

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
afterEach(async () => {
  await database.owner('notices').delete()
  await empty(database)
})

/** Told so many days ago, where ten are usual. */
async function told(days: number): Promise<{ reportId: string; jti: string }> {
  if ((await database.owner('agencies')).length === 0) {
    await anAgency(database, { id: 'dvla' })
    await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla', usualDays: 10 })
  }
  const reportId = await aReport(database, vault, citizen)
  const createdAt = later(NOW, -days * DAY)
  return { reportId, jti: await aDelivery(database, citizen, { reportId, createdAt, state: 'acknowledged' }) }
}

const notices = () => database.owner('notices').orderBy(['kind', 'key']).select('kind', 'agency_id', 'account_id')
const chased = () => database.owner('deliveries').whereNotNull('chased_at').pluck<string[]>('id')
const citizens = { kind: 'overdue', agency_id: null }
const bodys = { kind: 'outcome-overdue', agency_id: 'dvla', account_id: null }

test('a body that is late is written to once a day, and each citizen who waits for it is told once', async () => {
  const late = [await told(11), await told(12)]
  await told(10)
  await chaseOverdue(database.worker, NOW)
  await chaseOverdue(database.worker, NOW)
  expect((await chased()).toSorted()).toEqual(late.map(({ jti }) => jti).toSorted())
  const amira = { ...citizens, account_id: citizen.accountId }
  expect(await notices()).toEqual([bodys, amira, amira])
  await chaseOverdue(database.worker, later(NOW, DAY))
  expect(await chased()).toHaveLength(3)
  expect(await notices()).toEqual([bodys, bodys, amira, amira, amira])
})

test('a body that has answered is not chased; one that has only got it, or works on it, is', async () => {
  const [done, got] = [await told(11), await told(11)]
  await anAnswer(database, vault, { jti: done.jti, at: NOW, status: 'done' })
  await anAnswer(database, vault, { jti: got.jti, at: NOW, status: 'received' })
  await anAnswer(database, vault, { jti: got.jti, at: NOW, status: 'in_progress' })
  await chaseOverdue(database.worker, NOW)
  expect(await chased()).toEqual([got.jti])
})

test('nobody is chased about a report that was taken back', async () => {
  const { reportId } = await told(11)
  await follower(database, vault, citizen).withdraw(reportId)
  await database.owner('notices').delete()
  await chaseOverdue(database.worker, NOW)
  expect(await notices()).toEqual([])
  expect(await chased()).toEqual([])
})
