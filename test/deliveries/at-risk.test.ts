import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCorrection } from '../../src/reports/afterwards/follow-up-store.ts'
import { reportToFollow } from '../../src/reports/afterwards/followed-report-store.ts'
import { MINUTE } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, type Delivering } from '../support/delivering.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, EVENT } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let citizen: Citizen
let ahead = 0
beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
  delivering = await startDelivering(database, { vault, clock: () => new Date(Date.now() + ahead) })
})
afterAll(async () => {
  await delivering.close()
  await database.close()
})

test('once a correction says that somebody is at risk, no later try tells of the household', async () => {
  const { receiver, worker } = delivering
  const fields = ['names', 'moving_with']
  await aRecipient(database, vault, 'dvla', receiver.url, { fields })
  const household = { moving_with: [{ names: MOVE['names'], birth_date: '2015-01-01' }] }
  const amira = follower(database, vault, citizen)
  const reportId = await aReport(database, vault, citizen, { facts: { ...MOVE, ...household } })
  receiver.answer = (res) => void res.writeHead(503).end()
  await worker.runOnce()
  await amira.asOwner(async (owner) => {
    const report = await reportToFollow(owner, reportId)
    const content = { facts: MOVE, answers: {} }
    return report && (await addCorrection(owner, report, { content, draftId: uuidv7(), safety: true }))
  })
  receiver.answer = (res) => void res.writeHead(202).end()
  ahead = 5 * MINUTE
  await worker.runOnce()
  await worker.runOnce()
  expect(receiver.arrivals.map(({ token }) => Object.keys(token.events[EVENT] ?? {}))).toEqual([
    ['names', 'moving_with'],
    ['names'],
    ['change', 'original_jti', 'names'],
  ])
})
