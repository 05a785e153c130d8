import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { remindOfHeld } from '../../src/deliveries/remind-of-held.ts'
import { DAY, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgency, anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aDelivery } from '../support/progress.ts'
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

/** @returns the report of two bodies that have been held back for so many days. */
async function heldFor(days: number): Promise<string> {
  const reportId = await aReport(database, vault, citizen)
  for (const id of ['dvla', 'hmrc']) {
    if ((await database.owner('agencies').where({ id })).length === 0) {
      await anAgency(database, { id })
      await anAgreement(database, { id: `${id}-address`, agencyId: id })
    }
    const body = { agencyId: id, agreementId: `${id}-address` }
    await aDelivery(database, citizen, { reportId, ...body, createdAt: later(NOW, -days * DAY), state: 'held' })
  }
  return reportId
}

const remind = (at = NOW) => remindOfHeld(database.worker, at)
const reminders = () => database.owner('notices').where({ kind: 'held-body-waits' }).select('account_id', 'quiet')

test('whoever holds bodies back is reminded after 14 days, once for all bodies of a report and never again', async () => {
  await heldFor(13)
  await remind()
  expect(await reminders()).toEqual([])
  await remind(later(NOW, DAY))
  expect(await reminders()).toEqual([{ account_id: citizen.accountId, quiet: false }])
  await Promise.all([remind(later(NOW, 2 * DAY)), remind(later(NOW, 9 * DAY))])
  expect(await reminders()).toHaveLength(1)
})

test('two workers at once remind once of each report', async () => {
  await heldFor(14)
  await heldFor(15)
  await Promise.all([remind(), remind(), remind()])
  expect(await reminders()).toHaveLength(2)
})

test('nobody is reminded of what they took back or let go, and who is at risk gets nothing but neutral words', async () => {
  const amira = follower(database, vault, citizen)
  await amira.withdraw(await heldFor(20))
  const released = await heldFor(20)
  await database.owner('deliveries').where({ report_id: released }).update({ state: 'due' })
  const atRisk = await heldFor(20)
  await database.owner('reports').where({ id: atRisk }).update({ safety: true })
  await remind()
  expect(await reminders()).toEqual([{ account_id: citizen.accountId, quiet: true }])
})
