import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimDue } from '../../src/deliveries/delivery-store.ts'
import type { Worker } from '../../src/deliveries/worker.ts'
import { keepFromTelling, releaseDelivery } from '../../src/reports/afterwards/follow-up-store.ts'
import { DAY, HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { eraseDataKey } from '../../src/vault/data-key-store.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startDelivering, type Delivering } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { follower, type Follower } from '../support/follow-ups.ts'
import { anAnswer } from '../support/progress.ts'
import { aRecipient, EVENT, type Receiver } from '../support/receiver.ts'
import { aReport, MOVE } from '../support/reports.ts'

const vault = testVault()
let database: TestDatabase
let delivering: Delivering
let receiver: Receiver
let citizen: Citizen
let amira: Follower
let worker: Worker
let ahead = 0

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
  amira = follower(database, vault, citizen, () => new Date(Date.now() + ahead))
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  delivering = await startDelivering(database, { vault, clock: () => new Date(Date.now() + ahead) })
  ;({ receiver, worker } = delivering)
})
afterEach(async () => {
  expect(receiver.faults).toEqual([])
  await delivering.close()
  await empty(database)
})

const NEW_FACTS = { ...MOVE, new_address: { streetName: 'Cardigan Road', addressLocality: 'Leeds' } }
const { names } = MOVE

const bodyOf = (index: number) => receiver.arrivals[index]?.token.events[EVENT]
const changes = (aud = 'dvla') =>
  receiver.arrivals
    .filter(({ token }) => token.aud === aud)
    .map(({ token }) => token.events[EVENT]?.['change'] ?? 'reported')
const jtiOf = (index: number) => receiver.arrivals[index]?.token.jti ?? ''

const accept = () => (receiver.answer = (res) => void res.writeHead(202).end())
const fail = () => (receiver.answer = (res) => void res.writeHead(503).end())
const after = async (time: number) => {
  ahead += time
  await worker.runOnce()
}
const states = async (agency = 'dvla') =>
  database.owner('deliveries').where({ agency_id: agency }).orderBy(['created_at', 'id']).pluck<string[]>('state')

/** Told to one body, with its agreement. */
async function told(): Promise<string> {
  await aRecipient(database, vault, 'dvla', receiver.url)
  const reportId = await aReport(database, vault, citizen)
  await worker.runOnce()
  return reportId
}

describe('a correction', () => {
  test('goes to those who were told, with the whole facts of their agreement, and names the first token', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url, { fields: ['names'] })
    const reportId = await told()
    await aRecipient(database, vault, 'dwp', receiver.url)
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(receiver.arrivals).toHaveLength(4)
    for (const aud of ['dvla', 'hmrc']) {
      const [first, second] = receiver.arrivals.map(({ token }) => token).filter((token) => token.aud === aud)
      const facts = aud === 'dvla' ? { names, new_address: NEW_FACTS.new_address } : { names }
      expect(second?.events).toEqual({ [EVENT]: { change: 'corrected', original_jti: first?.jti, ...facts } })
      expect([second?.txn, second?.sub_id]).toEqual([first?.txn, first?.sub_id])
      expect(second?.jti).not.toBe(first?.jti)
    }
  })

  test('is in the access log before it is sent', async () => {
    const reportId = await told()
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(await database.owner('access_records').orderBy('registered_at').pluck('name')).toEqual([
      'disclose change-of-address',
      'disclose change-of-address corrected',
    ])
    expect(await database.owner('disclosure_results').pluck('result')).toEqual(['made', 'made'])
  })

  test.each<[string, Record<string, string>]>([
    ['is held', { 'dvla-address': 'held' }],
    ['is told later', { 'dvla-address': later(new Date(), DAY).toISOString() }],
  ])('takes the place of what %s: the body never hears of the first', async (_what, timing) => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    const reportId = await aReport(database, vault, citizen, { timing })
    await worker.runOnce()
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    const [delivery] = await database.owner('deliveries').pluck<string[]>('id')
    if (timing['dvla-address'] === 'held') {
      expect(await amira.asOwner((owner) => releaseDelivery(owner, reportId, delivery ?? ''))).toBe(true)
    }
    await after(DAY + HOUR)
    expect(receiver.arrivals.map(({ token }) => token.events[EVENT])).toEqual([
      { names, new_address: NEW_FACTS.new_address },
    ])
    await amira.withdraw(reportId)
    await worker.runOnce()
    expect(bodyOf(1)).toEqual({ change: 'withdrawn', original_jti: jtiOf(0) })
  })

  test('made before anybody was even found to tell is what they are told', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    const reportId = await aReport(database, vault, citizen)
    await amira.correct(reportId, MOVE)
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(receiver.arrivals.map(({ token }) => token.events[EVENT])).toEqual([
      { names, new_address: NEW_FACTS.new_address },
    ])
  })

  test('is not told a body whose agreement has ended since, and keeps to what was left out', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url)
    await aRecipient(database, vault, 'dvla', receiver.url)
    const reportId = await aReport(database, vault, citizen, { redacted: { 'dvla-address': ['names'] } })
    await worker.runOnce()
    await database.owner('agreements').where({ id: 'hmrc-address' }).update({ state: 'ended' })
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(changes('hmrc')).toEqual(['reported'])
    expect(await states('hmrc')).toEqual(['acknowledged', 'not-allowed'])
    const last = receiver.arrivals.at(-1)?.token.events[EVENT] ?? {}
    expect(Object.keys(last)).toEqual(['change', 'original_jti', 'new_address'])
  })

  test('is not taken once the report is withdrawn', async () => {
    const reportId = await told()
    await amira.withdraw(reportId)
    expect(await amira.correct(reportId, NEW_FACTS)).toBe(false)
    await worker.runOnce()
    expect(changes()).toEqual(['reported', 'withdrawn'])
  })
})

describe('a withdrawal', () => {
  test('tells those who were told, with ids and nothing else, and the others never', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url)
    await aRecipient(database, vault, 'dvla', receiver.url)
    await aRecipient(database, vault, 'dwp', receiver.url)
    const timing = { 'hmrc-address': 'held', 'dwp-address': later(new Date(), DAY).toISOString() }
    const reportId = await aReport(database, vault, citizen, { timing })
    await worker.runOnce()
    expect(await amira.withdraw(reportId)).toBe(true)
    expect(await states('hmrc'), 'in the same transaction').toEqual(['withdrawn'])
    await after(2 * DAY)
    expect(receiver.arrivals.map(({ token }) => token.aud)).toEqual(['dvla', 'dvla'])
    expect(bodyOf(1)).toEqual({ change: 'withdrawn', original_jti: jtiOf(0) })
    const log = await database.owner('access_records').where({ name: 'disclose change-of-address withdrawn' })
    expect(log).toMatchObject([{ data_categories: ['correspondence'], agreement_ref: 'dvla-address' }])
  })

  test('before anybody was found to tell sends nothing', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    const reportId = await aReport(database, vault, citizen)
    await amira.withdraw(reportId)
    await worker.runOnce()
    expect(receiver.arrivals).toEqual([])
    expect(await database.owner('follow_ups').whereNull('fanned_out_at')).toEqual([])
  })

  test('twice is one, and another citizen’s changes nothing', async () => {
    const reportId = await told()
    const grace = follower(database, vault, await aCitizen(database, vault, 'grace'))
    expect(await grace.withdraw(reportId)).toBe(false)
    expect(await Promise.all([amira.withdraw(reportId), amira.withdraw(reportId)])).toContain(true)
    expect(await amira.withdraw(reportId)).toBe(false)
    await worker.runOnce()
    expect(changes()).toEqual(['reported', 'withdrawn'])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['its agreement has ended', () => database.owner('agreements').update({ state: 'ended' })],
    ['the report is erased', eraseReports],
    ['its stream serves another event now', () => database.owner('subscriptions').update({ events: ['a-death'] })],
  ])('is told also when %s since: what was told no longer stands', async (_what, change) => {
    const reportId = await told()
    await amira.withdraw(reportId)
    await change()
    await worker.runOnce()
    expect(changes()).toEqual(['reported', 'withdrawn'])
  })

  test('goes to another stream of the body where the first is gone, and waits for one when it has none', async () => {
    const reportId = await told()
    const second = await aReport(database, vault, citizen)
    await worker.runOnce()
    await database
      .owner('subscriptions')
      .update({ id: uuidv7(), endpoint_url: `${receiver.url}/new`, proved_at: new Date() })
    await amira.withdraw(reportId)
    await worker.runOnce()
    expect(receiver.arrivals.at(-1)?.path).toBe('/new')
    await database.owner('subscriptions').delete()
    await amira.withdraw(second)
    await worker.runOnce()
    expect(changes()).toEqual(['reported', 'reported', 'withdrawn'])
    expect((await states()).at(-1)).toBe('due')
  })

  test('of what was wrong is taken before everything else that waits for the body', async () => {
    const reportId = await told()
    await database.owner('subscriptions').update({ status: 'paused' })
    for (let report = 0; report < 5; report += 1) await aReport(database, vault, citizen)
    await worker.runOnce()
    await amira.withdraw(reportId, true)
    await worker.runOnce()
    await database.owner('subscriptions').update({ status: 'enabled' })
    const now = new Date()
    const room = { limit: 1, perLane: 64, inHand: {} }
    const claimed = await claimDue(database.worker, { lease: uuidv7(), now, leasedUntil: later(now, MINUTE), ...room })
    expect(claimed.map(({ reportId }) => reportId)).toEqual([reportId])
    expect(claimed[0]?.followUpId).not.toBeNull()
  })
})

describe('order', () => {
  test('holds when a dead receiver comes back: the report, its correction, its withdrawal', async () => {
    fail()
    const reportId = await told()
    expect(receiver.arrivals).toHaveLength(1)
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    expect(await states()).toEqual(['due', 'waiting'])
    accept()
    await after(MINUTE)
    await worker.runOnce()
    expect(changes()).toEqual(['reported', 'reported', 'corrected'])
    fail()
    await amira.correct(reportId, MOVE)
    await worker.runOnce()
    await amira.withdraw(reportId)
    await worker.runOnce()
    expect(await states()).toEqual(['acknowledged', 'acknowledged', 'due', 'waiting'])
    accept()
    await after(HOUR)
    expect(changes().slice(-2)).toEqual(['corrected', 'withdrawn'])
  })

  test('a correction that has not been sent takes the words of the next one', async () => {
    fail()
    const reportId = await told()
    await amira.correct(reportId, MOVE)
    await worker.runOnce()
    await amira.correct(reportId, NEW_FACTS)
    accept()
    await after(MINUTE)
    expect(changes()).toEqual(['reported', 'reported', 'corrected'])
    expect(bodyOf(2)).toMatchObject({ new_address: NEW_FACTS.new_address, original_jti: jtiOf(0) })
  })

  test('a withdrawal follows what may have arrived, though we gave up on hearing so', async () => {
    fail()
    const reportId = await told()
    await amira.correct(reportId, NEW_FACTS)
    await worker.runOnce()
    await amira.withdraw(reportId)
    expect(await states()).toEqual(['due', 'withdrawn'])
    await after(8 * DAY)
    accept()
    await after(MINUTE)
    expect(changes()).toEqual(['reported', 'reported', 'withdrawn', 'withdrawn'])
    expect(await states()).toEqual(['given-up', 'withdrawn', 'acknowledged'])
  })

  test('made and settled at the same moment, nothing is left waiting', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    await worker.start()
    for (let round = 0; round < 30; round += 1) {
      const reportId = await aReport(database, vault, citizen)
      await new Promise((resolve) => setTimeout(resolve, round))
      await amira.correct(reportId, NEW_FACTS)
      await amira.withdraw(reportId)
    }
    const left = async () => [
      ...(await database.owner('follow_ups').whereNull('fanned_out_at').pluck<string[]>('id')),
      ...(await database.owner('deliveries').whereIn('state', ['due', 'waiting']).pluck<string[]>('id')),
    ]
    await expect.poll(left, { timeout: 10_000 }).toEqual([])
    const byReport = Map.groupBy(receiver.arrivals, ({ token }) => token.txn)
    for (const arrivals of byReport.values()) {
      const order: unknown[] = ['reported', 'corrected', 'withdrawn']
      const places = arrivals.map(({ token }) => order.indexOf(token.events[EVENT]?.['change'] ?? 'reported'))
      expect(places).toEqual(places.toSorted())
      expect(places.at(-1)).toBe(2)
    }
  })
})

describe('a reply', () => {
  const asks = (jti: string) =>
    anAnswer(database, vault, { jti, at: new Date(), status: 'needs_information', message: { en: 'Which flat?' } })

  test('reaches the body that asked, and it alone, once', async () => {
    await aRecipient(database, vault, 'hmrc', receiver.url)
    const reportId = await told()
    const dvla = receiver.arrivals.find(({ token }) => token.aud === 'dvla')?.token.jti ?? ''
    await asks(dvla)
    expect(await amira.answer(reportId, dvla, 'Flat 2, the red door.')).toBe(true)
    expect(await amira.answer(reportId, dvla, 'Flat 3')).toBe(false)
    await worker.runOnce()
    expect(receiver.arrivals).toHaveLength(3)
    expect(receiver.arrivals.at(-1)?.token).toMatchObject({
      aud: 'dvla',
      events: { [EVENT]: { change: 'answered', original_jti: dvla, answer: 'Flat 2, the red door.' } },
    })
    const log = await database.owner('access_records').where({ name: 'disclose change-of-address answered' })
    expect(log).toMatchObject([{ body_id: 'dvla', data_categories: ['correspondence'] }])
  })

  test('to an offer says what was decided', async () => {
    const reportId = await told()
    const offer = { title: 'Free meals', text: 'Yes?', action: 'opt_out' } as const
    await anAnswer(database, vault, { jti: jtiOf(0), at: new Date(), status: 'done', offer })
    await amira.decide(reportId, jtiOf(0), 'opt_out')
    await worker.runOnce()
    expect(bodyOf(1)).toEqual({ change: 'offer_declined', original_jti: jtiOf(0) })
  })

  test('is nobody’s to give to another’s report, or to an answer of another report', async () => {
    const reportId = await told()
    await asks(jtiOf(0))
    const other = await aReport(database, vault, citizen)
    expect(await amira.answer(other, jtiOf(0), 'x')).toBe(false)
    const grace = follower(database, vault, await aCitizen(database, vault, 'grace'))
    expect(await grace.answer(reportId, jtiOf(0), 'x')).toBe(false)
    expect(await database.owner('follow_ups')).toEqual([])
  })

  test('that is erased is not sent', async () => {
    const reportId = await told()
    await asks(jtiOf(0))
    await amira.answer(reportId, jtiOf(0), 'x')
    await eraseReports()
    await worker.runOnce()
    expect(changes()).toEqual(['reported'])
  })
})

describe('a body that is told later', () => {
  test('is left out when the citizen says so, and then is not told now either', async () => {
    await aRecipient(database, vault, 'dvla', receiver.url)
    const reportId = await aReport(database, vault, citizen, { timing: { 'dvla-address': 'held' } })
    await worker.runOnce()
    const [id = ''] = await database.owner('deliveries').pluck<string[]>('id')
    const grace = follower(database, vault, await aCitizen(database, vault, 'grace'))
    expect(await grace.asOwner((owner) => releaseDelivery(owner, reportId, id))).toBe(false)
    expect(await grace.asOwner((owner) => keepFromTelling(owner, reportId, id))).toBe(false)
    expect(await amira.asOwner((owner) => keepFromTelling(owner, reportId, id))).toBe(true)
    expect(await amira.asOwner((owner) => releaseDelivery(owner, reportId, id))).toBe(false)
    await after(DAY)
    expect(receiver.arrivals).toEqual([])
  })
})

async function eraseReports(): Promise<void> {
  for (const id of await database.owner('reports').pluck<string[]>('data_key_id'))
    await eraseDataKey(database.worker, id)
}
