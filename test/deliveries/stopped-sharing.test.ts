import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, waitingFor, type TestDatabase } from '../support/database.ts'
import { rowsOf, startDelivering, type Delivering } from '../support/delivering.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let amira: Citizen
let grace: Citizen
beforeEach(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
  grace = await aCitizen(database, vault, 'grace')
  delivering = await startDelivering(database, { vault, clock: () => new Date() })
})
afterEach(async () => {
  await delivering.close()
  await database.close()
})

/** As an objection that counts leaves it. */
async function stop({ subject }: Citizen): Promise<void> {
  const [agreement] = await database.owner('agreements').select<{ id: string; agency_id: string }[]>('id', 'agency_id')
  await database.owner('stopped_sharing').insert({
    ...{ subject_ref: subject, agreement_id: agreement?.id, agency_id: agreement?.agency_id },
    ...{ request_id: crypto.randomUUID(), since: new Date() },
  })
}

test('who has objected is told of nowhere from the next report on, and others are as ever', async () => {
  const { receiver, worker } = delivering
  await aRecipient(database, vault, 'dvla', receiver.url)
  await stop(amira)
  await aReport(database, vault, amira)
  const told = await aReport(database, vault, grace)
  await worker.runOnce()
  expect(receiver.arrivals).toHaveLength(1)
  expect((await rowsOf(database, 'deliveries')).map(({ report_id }) => report_id)).toEqual([told])
})

test('what waits when somebody objects is not sent any more, and leaves nothing in the log', async () => {
  const { receiver, worker } = delivering
  await aRecipient(database, vault, 'dvla', receiver.url)
  await database.owner('subscriptions').update({ status: 'paused' })
  await aReport(database, vault, amira)
  await worker.runOnce()
  await database.owner('subscriptions').update({ status: 'enabled' })
  await stop(amira)
  await worker.runOnce()
  expect(receiver.arrivals).toEqual([])
  expect(await rowsOf(database, 'deliveries')).toMatchObject([{ state: 'not-allowed', attempts: 0 }])
  expect(await rowsOf(database, 'access_records')).toEqual([])
})

test('nor is what was being made while they objected', async () => {
  const { receiver, worker } = delivering
  await aRecipient(database, vault, 'dvla', receiver.url)
  // A worker that knows that nothing is due takes what it makes at once.
  await worker.start()
  await aReport(database, vault, grace)
  await expect.poll(() => receiver.arrivals.length).toBe(1)

  const lock = await database.owner.transaction()
  await lock.raw('lock table pairwise_identifiers in share mode')
  await aReport(database, vault, amira)
  await expect.poll(() => waitingFor(database, 'pairwise_identifiers')).toBe(1)
  await stop(amira)
  await lock.commit()
  await expect
    .poll(async () => (await rowsOf(database, 'deliveries')).map(({ state }) => state as string).toSorted())
    .toEqual(['acknowledged', 'not-allowed'])
  expect(receiver.arrivals).toHaveLength(1)
  expect(await rowsOf(database, 'access_records')).toHaveLength(1)
})
