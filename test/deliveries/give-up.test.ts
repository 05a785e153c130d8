import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, HOUR, MINUTE, later } from '../../src/shared/clock.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, EVENT } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { startTransmitter, type Caller, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
let database: TestDatabase
let transmitter: Transmitter
let worker: Worker
let amira: Citizen
let dvla: Caller
let stream: string
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, clock)
  amira = await aCitizen(database, vault, 'amira')
})
afterAll(async () => {
  await transmitter.close()
  await database.close()
})
beforeEach(async () => {
  ahead = 0
  worker = aWorker(database, { vault, clock, signingKeys: transmitter.signingKeys })
  stream = await aRecipient(database, vault, 'dvla', '', { subscription: { method: 'poll', endpointUrl: null } })
  dvla = await transmitter.body('dvla')
})
afterEach(async () => {
  await worker.stop()
  await database.owner('notices').delete()
  await empty(database)
})

const after = async (time: number) => {
  ahead += time
  await worker.runOnce()
}
const reported = async (details = {}) => {
  const id = await aReport(database, vault, amira, details)
  await worker.runOnce()
  return id
}
const poll = async (body: object = {}) => {
  const { body: answer } = await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true, ...body })
  return Object.entries((answer as { sets: Record<string, string> }).sets)
}
const delivery = () => database.owner<Record<string, unknown>>('deliveries').orderBy(['created_at', 'id']).first()
const states = () => database.owner('deliveries').orderBy(['created_at', 'id']).pluck<string[]>('state')
const results = () => database.owner('disclosure_results').pluck<string[]>('result')
const notices = () => database.owner('notices').where({ kind: 'deliveries-given-up' }).pluck<string[]>('agency_id')

describe('what a body never comes for', () => {
  test('is given up after seven days, and not before; nothing stands in the log, and its contact is written to', async () => {
    await reported()
    await reported()
    await after(7 * DAY - HOUR)
    expect(await states()).toEqual(['due', 'due'])
    await after(HOUR)
    expect(await delivery()).toMatchObject({ state: 'given-up', attempts: 0, last_failure: 'unfetched' })
    expect(await database.owner('access_records')).toEqual([])
    expect(await results()).toEqual([])
    expect(await notices()).toEqual(['dvla'])
    expect(await poll()).toEqual([])
  })

  test('counts from the day on which it was to be told', async () => {
    await reported({ timing: { 'dvla-address': later(new Date(), 30 * DAY).toISOString() } })
    await after(30 * DAY + HOUR)
    expect(await states()).toEqual(['due'])
    await after(7 * DAY)
    expect(await states()).toEqual(['given-up'])
  })

  test('counts afresh once what held it back is over: a pause of its own, and one of ours', async () => {
    await reported()
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'paused' })
    await after(8 * DAY)
    expect(await states()).toEqual(['due'])
    await dvla.call('POST', '/ssf/status', { stream_id: stream, status: 'enabled' })
    await after(6 * DAY)
    expect(await states()).toEqual(['due'])
    await database.owner('agencies').update({ status: 'suspended', changed_at: clock() })
    await after(6 * DAY)
    await database.owner('agencies').update({ status: 'active', changed_at: clock() })
    await after(6 * DAY)
    expect(await states()).toEqual(['due'])
    await after(DAY + HOUR)
    expect(await states()).toEqual(['given-up'])
  })

  test('is given up in an inbox that nobody opens', async () => {
    await database.owner('subscriptions').update({ method: 'inbox', delivers_since: null })
    await reported()
    await after(8 * DAY)
    expect(await delivery()).toMatchObject({ state: 'given-up', last_failure: 'unopened' })
  })
})

describe('what it fetched and never acknowledged', () => {
  test('may have arrived: the log says so, and nobody says that it was not told', async () => {
    await reported()
    expect(await poll()).toHaveLength(1)
    await after(7 * DAY)
    expect(await delivery()).toMatchObject({ state: 'given-up', attempts: 1, last_failure: 'not acknowledged' })
    expect(await results()).toEqual(['unconfirmed'])
    expect(await database.owner('delivery_attempts').select('result', 'http_status')).toEqual([
      { result: 'unacknowledged', http_status: null },
    ])
    const [jti] = await database.owner('deliveries').pluck<string[]>('id')
    await poll({ ack: [jti] })
    expect(await states(), 'too late').toEqual(['given-up'])
  })

  test('is not taken from a body that has it in hand at this moment', async () => {
    await reported()
    ahead = 7 * DAY - 1000
    const [[jti = ''] = []] = await poll()
    await after(5000)
    expect(await states()).toEqual(['due'])
    await poll({ ack: [jti] })
    await after(MINUTE)
    expect([await states(), await results()]).toEqual([['acknowledged'], ['made']])
  })

  test('is withdrawn where its citizen takes it back, and what waits behind it goes on', async () => {
    const report = await reported()
    const [[jti = ''] = []] = await poll()
    await follower(database, vault, amira, clock).withdraw(report)
    await worker.runOnce()
    expect(await states()).toEqual(['due', 'waiting'])
    await after(7 * DAY)
    expect(await states()).toEqual(['given-up', 'due'])
    const [[, token = ''] = []] = await poll()
    expect((await transmitter.read(token, 'dvla'))['events']).toEqual({
      [EVENT]: { change: 'withdrawn', original_jti: jti },
    })
  })

  test('is withdrawn though its citizen takes it back only afterwards', async () => {
    const report = await reported()
    await poll()
    await after(7 * DAY)
    await follower(database, vault, amira, clock).withdraw(report)
    await worker.runOnce()
    expect(await poll()).toHaveLength(1)
  })
})

test('what it refused to the end was not told, and its contact is written to', async () => {
  await reported()
  const [[jti = ''] = []] = await poll()
  await poll({ maxEvents: 0, setErrs: { [jti]: { err: 'invalid_key' } } })
  ahead = 7 * DAY
  await poll()
  await poll({ maxEvents: 0, setErrs: { [jti]: { err: 'invalid_key' } } })
  expect(await delivery()).toMatchObject({ state: 'given-up', attempts: 2, last_failure: 'refused invalid_key' })
  expect([await results(), await notices()]).toEqual([['not-made'], ['dvla']])
})
