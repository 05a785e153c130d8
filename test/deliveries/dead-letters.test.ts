import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discardDeliveries, redriveDeliveries } from '../../src/deliveries/dead-letter-store.ts'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR } from '../../src/shared/clock.ts'
import { inContext } from '../../src/shared/database.ts'
import { aCitizen, as, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, type Delivering } from '../support/delivering.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, EVENT, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let amira: Citizen
let worker: Worker
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  delivering = await startDelivering(database, { vault, clock })
  ;({ receiver, worker } = delivering)
  amira = await aCitizen(database, vault, 'amira')
  await aRecipient(database, vault, 'dvla', receiver.url)
})
afterAll(async () => {
  await delivering.close()
  await database.close()
})

const delivery = (id: string) => database.owner('deliveries').where({ id }).first<Record<string, unknown>>()
const redrive = (ids: string[]) =>
  inContext(database.web, { agency: 'dvla' }, (tx) => redriveDeliveries(tx, ids, clock()))

/** Tried for seven days in vain. @returns the jti */
async function givenUp(reportId: string): Promise<string> {
  receiver.answer = (res) => void res.writeHead(500).end()
  await worker.runOnce()
  const { id } = await database.owner('deliveries').where({ report_id: reportId }).first<{ id: string }>('id')
  for (let tries = 0; tries < 40 && (await delivery(id))?.['state'] === 'due'; tries += 1) {
    ahead += 4 * HOUR
    await database.owner('deliveries').where({ id }).update({ next_attempt_at: clock() })
    await worker.runOnce()
    ahead += DAY
  }
  receiver.answer = (res) => void res.writeHead(202).end()
  return id
}

test('what was given up and is asked for again goes out under its jti, corrected, as a disclosure of its own', async () => {
  const reportId = await aReport(database, vault, amira)
  const id = await givenUp(reportId)
  expect(await delivery(id)).toMatchObject({ state: 'given-up' })
  await follower(database, vault, amira, clock).correct(reportId, { ...MOVE, new_address: { postalCode: 'LS1 1AA' } })
  await worker.runOnce()
  receiver.arrivals.length = 0
  expect(await redrive([id])).toEqual([id])
  await worker.runOnce()
  const [arrival] = receiver.arrivals
  expect(receiver.arrivals).toHaveLength(1)
  expect(arrival?.token.jti).toBe(id)
  expect(arrival?.token.events[EVENT]).toEqual({ names: MOVE['names'], new_address: { postalCode: 'LS1 1AA' } })
  expect(await delivery(id)).toMatchObject({ state: 'acknowledged' })
  const log = await as(database, amira, (tx) =>
    tx('access_records')
      .join('disclosure_results', 'disclosure_results.record_id', 'access_records.record_id')
      .orderBy('registered_at')
      .pluck<string[]>('result'),
  )
  expect(log).toEqual(['not-made', 'made'])
})

test('what its citizen took back is not asked for again; the withdrawal of what may have arrived is', async () => {
  const reportId = await aReport(database, vault, amira)
  const id = await givenUp(reportId)
  await follower(database, vault, amira, clock).withdraw(reportId)
  receiver.answer = (res) => void res.writeHead(500).end()
  await worker.runOnce()
  const withdrawal = await database.owner('deliveries').where({ after_id: id }).first<{ id: string }>('id')
  await database.owner('deliveries').where({ id: withdrawal.id }).update({ state: 'given-up', settled_at: clock() })
  receiver.answer = (res) => void res.writeHead(202).end()
  receiver.arrivals.length = 0
  const byOthers = inContext(database.web, { agency: 'hmrc' }, async (tx) => [
    ...(await redriveDeliveries(tx, [id, withdrawal.id], clock())),
    ...(await discardDeliveries(tx, [id, withdrawal.id], clock())),
  ])
  expect(await byOthers, 'which another body has no say in').toEqual([])
  expect(await redrive([id, withdrawal.id, uuidv7()])).toEqual([withdrawal.id])
  // Its receiver counts as down until it has rested.
  ahead += HOUR
  await worker.runOnce()
  expect(receiver.arrivals.map(({ token }) => token.events[EVENT])).toEqual([{ change: 'withdrawn', original_jti: id }])
})
