import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { claimDue, settle, type Settlement } from '../../src/deliveries/delivery-store.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { settleBatch } from '../../src/deliveries/settle.ts'
import { HOUR, MINUTE, SECOND, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { anAgreement } from '../support/agency.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { statesOf } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const ENDPOINT = 'https://body.example/events'
let database: TestDatabase
let citizen: Citizen

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
afterEach(() => empty(database))

const reports = (number: number) => Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))

test('a worker that held on longer than its lease settles nothing', async () => {
  await aRecipient(database, vault, 'dvla', ENDPOINT)
  await reports(1)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  const claim = { perLane: 10, limit: 10, inHand: {} }
  const at = (time: Date) => ({ ...claim, lease: randomUUID(), now: time, leasedUntil: later(time, MINUTE) })
  const [mine] = await claimDue(database.worker, at(now))
  expect(await claimDue(database.worker, at(now))).toEqual([])
  const [theirs] = await claimDue(database.worker, at(later(now, MINUTE)))
  if (!mine || !theirs) throw new Error('not claimed')
  expect([mine.claimedBefore, theirs.claimedBefore]).toEqual([false, true])

  const acknowledged = (delivery: typeof mine): Settlement => {
    const attempt = { startedAt: now, result: 'accepted', httpStatus: 202, detail: null }
    return { delivery, decision: { state: 'acknowledged' }, at: now, attempt }
  }
  const settling = (delivery: typeof mine) => database.worker.transaction((tx) => settle(tx, [acknowledged(delivery)]))
  expect((await settling(mine)).size).toBe(0)
  expect(await statesOf(database)).toEqual({ due: 1 })
  expect(await database.owner('delivery_attempts')).toEqual([])
  expect((await settling(theirs)).size).toBe(1)
  // The answer to that was lost, so it is written again: nothing is counted twice.
  expect((await settling(theirs)).size).toBe(0)
  expect(await database.owner('delivery_attempts')).toHaveLength(1)
})

test('a worker that claims again what it held on to too long settles it once, with one attempt', async () => {
  await aRecipient(database, vault, 'dvla', ENDPOINT)
  await reports(1)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  const claimedAt = async (time: Date) => {
    const lease = { lease: randomUUID(), leasedUntil: later(time, MINUTE) }
    const [claimed] = await claimDue(database.worker, { ...lease, now: time, perLane: 10, limit: 10, inHand: {} })
    if (!claimed) throw new Error('not claimed')
    return claimed
  }
  const [held, again] = [await claimedAt(now), await claimedAt(later(now, MINUTE))]
  const attempt = (seconds: number, result: string) => ({
    attempt: { startedAt: later(now, seconds * SECOND), result, httpStatus: 202, detail: null },
  })
  const failure = { failure: 'failed 500', pauseSubscription: false, nextAttemptAt: later(now, HOUR) }
  const settled = await settleBatch(database.worker, [
    { delivery: held, decision: { state: 'acknowledged' }, at: now, ...attempt(0, 'accepted') },
    { delivery: again, decision: { state: 'due', ...failure }, at: now, ...attempt(1, 'failed') },
  ])
  expect(settled.map(({ delivery }) => delivery.lease)).toEqual([again.lease])
  expect(await database.owner('deliveries')).toMatchObject([{ state: 'due', attempts: 1 }])
  expect(await database.owner('delivery_attempts')).toMatchObject([{ result: 'failed' }])
  // It is still on its way: its record has no result yet.
  expect(await database.owner('disclosure_results')).toEqual([])
})

test('two claims at one moment share nothing, and neither waits for the other', async () => {
  await aRecipient(database, vault, 'dvla', ENDPOINT)
  await reports(10)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  const claim = { now, leasedUntil: later(now, MINUTE), limit: 4, perLane: 10, inHand: {} }
  const tx = await database.worker.transaction()
  const mine = await claimDue(tx, { ...claim, lease: randomUUID() })
  const theirs = await claimDue(database.worker, { ...claim, lease: randomUUID() })
  await tx.commit()
  expect(new Set([...mine, ...theirs].map(({ id }) => id)).size).toBe(8)
})

test('a claim takes a few from each lane, less what is in hand of it, and nothing that is not due', async () => {
  const ids: string[] = []
  for (const agency of ['one', 'two', 'three', 'four']) ids.push(await aRecipient(database, vault, agency, ENDPOINT))
  const [one = '', two = '', three = ''] = ids
  await database.owner('subscriptions').where({ id: three }).update({ method: 'poll', endpoint_url: null })
  await reports(10)
  const now = new Date()
  await fanOut(database.worker, vault, now)
  await database
    .owner('deliveries')
    .where({ subscription_id: two })
    .update({ next_attempt_at: later(now, HOUR) })
  const claim = { lease: randomUUID(), now, leasedUntil: later(now, MINUTE), limit: 100, perLane: 4 }
  const claimed = await claimDue(database.worker, { ...claim, inHand: { [one]: 3 } })
  const byLane = Map.groupBy(claimed, ({ agencyId }) => agencyId)
  expect(Object.fromEntries([...byLane].map(([agency, { length }]) => [agency, length]))).toEqual({ one: 1, four: 4 })
  expect(await claimDue(database.worker, { ...claim, inHand: { [one]: 9 }, limit: 2 })).toHaveLength(2)
})

test('what cannot wait goes first: a report taken back, somebody at risk, a death, then the rest', async () => {
  const dvla = await aRecipient(database, vault, 'dvla', ENDPOINT)
  const events = [{ type: 'death', fields: ['names'] }]
  await anAgreement(database, { id: 'dvla-death', agencyId: 'dvla', events })
  const reported = (eventType = 'change-of-address') => aReport(database, vault, citizen, { eventType })
  const told = await reported()
  const fanOutOne = () => fanOut(database.worker, vault, later(new Date(), MINUTE), { limit: 1 })
  const order = () => database.owner('deliveries').orderBy('created_at').orderBy('id').pluck<string[]>('report_id')
  await fanOutOne()
  const [rest, death, atRisk] = [await reported(), await reported('death'), await reported()]
  await database.owner('deliveries').update({ state: 'acknowledged', settled_at: new Date() })
  await database.owner('reports').where({ id: atRisk }).update({ safety: true })
  expect(await order()).toEqual([told])
  // One after the other, the most urgent first, and not as they came.
  for (let made = 0; made < 3; made += 1) await fanOutOne()
  expect(await order()).toEqual([told, atRisk, death, rest])
  await follower(database, vault, citizen).withdraw(told)
  await fanOutOne()
  const claim = { now: later(new Date(), HOUR), leasedUntil: later(new Date(), 2 * HOUR), limit: 1, perLane: 9 }
  const claimed: string[] = []
  for (let number = 0; number < 4; number += 1) {
    const [next] = await claimDue(database.worker, { ...claim, lease: randomUUID(), inHand: { [dvla]: number } })
    claimed.push(next?.reportId ?? 'nothing')
  }
  expect(claimed).toEqual([told, atRisk, death, rest])
})
