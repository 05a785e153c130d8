import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createWorker, type Worker } from '../../../src/deliveries/worker.ts'
import { createLogger } from '../../../src/shared/log.ts'
import { publicKeys } from '../../../src/vault/signing-keys.ts'
import { testVault } from '../../support/access-log.ts'
import { aRun, inWords, seen } from '../../support/conformance.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { aRecipient, BASE_URL, EVENT, startReceiver, type Answer, type Receiver } from '../../support/receiver.ts'
import { startTransmitter, type Caller, type Transmitter } from '../../support/ssf.ts'

const vault = testVault()
let ahead = 0
const clock = () => new Date(Date.now() + ahead)
let database: TestDatabase
let transmitter: Transmitter
let worker: Worker
const receivers: Receiver[] = []

beforeAll(async () => {
  database = await testDatabase()
  transmitter = await startTransmitter(database, vault, clock)
  worker = aWorker()
  await worker.start()
})
afterAll(async () => {
  await worker.stop()
  await transmitter.close()
  await Promise.all(receivers.map((receiver) => receiver.close()))
  await database.close()
})

const aWorker = () =>
  createWorker({
    ...{ db: database.worker, vault, clock, baseUrl: BASE_URL, signingKeys: transmitter.signingKeys },
    ...{
      allowLoopback: true,
      lease: 6000,
      timeout: 5000,
      logger: createLogger({ level: 'error', write: () => undefined }),
    },
  })

const refuse = (res: Parameters<Answer>[0], err: string) =>
  res.writeHead(400).end(JSON.stringify({ err, description: '' }))

/** Takes what is signed by us and meant for this body, and refuses the rest in the words of RFC 8935. */
const careful =
  (id: string): Answer =>
  (res, { token }) =>
    token.aud === id ? res.writeHead(202).end() : refuse(res, 'invalid_audience')

async function aReceiver(answer: Answer): Promise<Receiver> {
  const receiver = await startReceiver(publicKeys(transmitter.signingKeys), answer)
  receivers.push(receiver)
  return receiver
}

const finished = (agency: string, run: string) =>
  vi.waitFor(
    async () => {
      const now = await seen(database, agency, run)
      expect(now.run.state).not.toBe('running')
      return now
    },
    { timeout: 20_000, interval: 30 },
  )

const conformedAt = async (stream: string) =>
  (await database.owner('subscriptions').where({ id: stream }).pluck<(Date | null)[]>('conformed_at'))[0]

const ALL_PASSED = ['good', 'duplicate', 'withdrawal', 'forged', 'audience', 'burst'].map((step) => `${step} passed`)

describe('a stream that is pushed to', () => {
  test('passes when its receiver takes what is good and refuses what is not', async () => {
    const receiver = await aReceiver(careful('careful'))
    const stream = await aRecipient(database, vault, 'careful', receiver.url, { authorization: 'Bearer secret' })
    const { run, results } = await finished('careful', await aRun(database, 'careful', stream))
    expect(inWords(results)).toEqual(ALL_PASSED)
    expect(run.state).toBe('passed')
    expect(results.at(-1)).toMatchObject({ asExpected: 20, ofAll: 20 })
    // One token could not be verified, and twenty-four that could came: with the duplicate and the one for others.
    expect(receiver.faults).toHaveLength(1)
    expect(receiver.arrivals).toHaveLength(24)
    const [good, duplicate, withdrawal] = receiver.arrivals.map(({ token }) => token)
    expect(good?.events[EVENT]).toMatchObject({ synthetic: true, names: [expect.anything()] })
    expect(duplicate?.jti).toBe(good?.jti)
    expect(withdrawal?.events[EVENT]).toEqual({ synthetic: true, change: 'withdrawn', original_jti: good?.jti })
    expect(withdrawal?.sub_id).toEqual(good?.sub_id)
    expect(receiver.arrivals.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true)
    expect(await conformedAt(stream)).toBeInstanceOf(Date)
  })

  test('fails when its receiver looks at neither the signature nor the audience', async () => {
    const gullible = await aReceiver((res) => res.writeHead(202).end())
    gullible.onFault = (res) => res.writeHead(200).end()
    const stream = await aRecipient(database, vault, 'gullible', gullible.url)
    const { run, results } = await finished('gullible', await aRun(database, 'gullible', stream))
    expect(run.state).toBe('failed')
    expect(inWords(results)).toEqual([
      ...ALL_PASSED.slice(0, 3),
      'forged failed: accepted 200',
      'audience failed: accepted 202',
      'burst passed',
    ])
    expect(await conformedAt(stream)).toBeNull()
  })

  test('fails when a duplicate is refused, or an error of its own stands for a refusal', async () => {
    const known = new Set<string>()
    const forgetful = await aReceiver((res, { token }) => {
      if (known.has(token.jti)) return refuse(res, 'invalid_request')
      known.add(token.jti)
      res.writeHead(token.aud === 'forgetful' ? 202 : 500).end()
    })
    const stream = await aRecipient(database, vault, 'forgetful', forgetful.url)
    const { results } = await finished('forgetful', await aRun(database, 'forgetful', stream))
    expect(inWords(results)).toEqual([
      'good passed',
      'duplicate failed: refused invalid_request',
      'withdrawal passed',
      'forged passed',
      'audience failed: failed 500',
      'burst passed',
    ])
  })

  test('has one run at a time', async () => {
    const slow = await aReceiver(() => undefined)
    const stream = await aRecipient(database, vault, 'slow', slow.url)
    await aRun(database, 'slow', stream)
    await expect(aRun(database, 'slow', stream)).rejects.toThrow('running')
    await vi.waitFor(() => expect(slow.arrivals).toHaveLength(1), { timeout: 5000 })
    slow.answer = (res) => res.writeHead(202).end()
  })

  test('goes on with another worker when the first is gone in the middle', async () => {
    await worker.stop()
    const receiver = await aReceiver(careful('lasting'))
    const stream = await aRecipient(database, vault, 'lasting', receiver.url)
    const run = await aRun(database, 'lasting', stream)
    // As a killed worker leaves it: begun, claimed, and nothing settled.
    await database.owner('conformance_runs').where({ subscription_id: stream }).update({ started_at: clock() })
    const dying = aWorker()
    const hung = new Promise<void>((resolve) => (receiver.answer = () => resolve()))
    await dying.start()
    await hung
    receiver.answer = careful('lasting')
    worker = aWorker()
    await worker.start()
    ahead += 7000
    const { results } = await finished('lasting', run)
    expect(inWords(results)).toEqual(ALL_PASSED)
    // The one that was in the first one's hands came again: the same token.
    expect(new Set(receiver.arrivals.slice(0, 3).map(({ token }) => token.jti)).size).toBe(1)
    void dying.stop()
  })
})

describe('a stream that polls', () => {
  interface Sets {
    sets: Record<string, string>
    moreAvailable: boolean
  }

  async function aPoller(
    id: string,
  ): Promise<{ caller: Caller; stream: string; poll: (body: object) => Promise<Sets> }> {
    const stream = await aRecipient(database, vault, id, '', { subscription: { method: 'poll', endpointUrl: null } })
    const caller = await transmitter.body(id)
    const poll = async (body: object) => (await caller.call('POST', `/ssf/poll/${stream}`, body)).body as Sets
    return { caller, stream, poll }
  }

  /** Polls until the run is over, and says of each token what a receiver that verifies says of it. */
  async function pollThrough(id: string, run: string, poll: (body: object) => Promise<Sets>, gullible = false) {
    let answer = {}
    for (let calls = 0; calls < 400; calls++) {
      const { sets } = await poll({ ...answer, maxEvents: 7, returnImmediately: true })
      if (Object.keys(sets).length === 0) await pause(20)
      const [ack, setErrs]: [string[], Record<string, { err: string; description: string }>] = [[], {}]
      for (const [jti, jwt] of Object.entries(sets)) {
        const bad = await transmitter.read(jwt, id).then(
          () => false,
          () => true,
        )
        if (bad && !gullible) setErrs[jti] = { err: 'invalid_key', description: 'no' }
        else ack.push(jti)
      }
      answer = { ack, setErrs }
      await poll({ ...answer, maxEvents: 0 })
      if ((await seen(database, id, run)).run.state !== 'running') return
    }
    throw new Error('the run never ended')
  }

  test('passes when it acknowledges the good and names the bad in setErrs', async () => {
    const { stream, poll } = await aPoller('poller')
    const run = await aRun(database, 'poller', stream, 'poll')
    await pollThrough('poller', run, poll)
    const { results } = await finished('poller', run)
    expect(inWords(results)).toEqual(ALL_PASSED)
  })

  test('fails when it acknowledges everything, and when it never comes', async () => {
    const { stream, poll } = await aPoller('nodder')
    const run = await aRun(database, 'nodder', stream, 'poll')
    await pollThrough('nodder', run, poll, true)
    expect(inWords((await finished('nodder', run)).results).filter((line) => line.includes('failed'))).toEqual([
      'forged failed: accepted',
      'audience failed: accepted',
    ])
    const { stream: silent } = await aPoller('silent')
    const unanswered = await aRun(database, 'silent', silent, 'poll')
    await vi.waitFor(
      async () => expect(await database.owner('synthetic_tokens').where({ run_id: unanswered })).toHaveLength(1),
      { timeout: 15_000 },
    )
    ahead += 16 * 60_000
    await vi.waitFor(async () => expect((await seen(database, 'silent', unanswered)).results).toHaveLength(1), {
      timeout: 20_000,
    })
    expect(inWords((await seen(database, 'silent', unanswered)).results)).toEqual(['good failed: silent'])
  })

  test('answers what it was tried with as it answers everything, for itself alone', async () => {
    const [token] = await database
      .owner('synthetic_tokens')
      .where({ agency_id: 'poller', step: 'good' })
      .pluck<string[]>('jti')
    const mayAnswer = (id: string) => transmitter.body(id, ['outcomes.write'])
    const [poller, nodder] = [await mayAnswer('poller'), await mayAnswer('nodder')]
    const path = `/api/deliveries/${token}/outcome`
    expect((await poller.call('PUT', path, { status: 'no_record' })).status).toBe(204)
    expect((await nodder.call('PUT', path, { status: 'done' })).status).toBe(404)
    const outcomes = await database.owner('synthetic_tokens').where({ jti: token }).pluck<string[]>('outcome')
    expect(outcomes).toEqual(['no_record', 'no_record'])
  })

  test('of another body is neither seen nor answered', async () => {
    const { stream } = await aPoller('mine')
    const { poll } = await aPoller('other')
    const run = await aRun(database, 'mine', stream, 'poll')
    await vi.waitFor(
      async () => expect(await database.owner('synthetic_tokens').where({ run_id: run })).toHaveLength(1),
      { timeout: 15_000 },
    )
    const [jti] = await database.owner('synthetic_tokens').where({ run_id: run }).pluck<string[]>('jti')
    const { sets } = await poll({ ack: [jti], returnImmediately: true })
    expect(sets).toEqual({})
    await expect(seen(database, 'other', run)).rejects.toThrow('no such run')
    expect(await database.owner('synthetic_tokens').where({ run_id: run, state: 'due' })).toHaveLength(1)
  })
})

test('nothing made up is among reports, deliveries, access records or disclosures', async () => {
  for (const table of ['reports', 'deliveries', 'access_records', 'disclosure_results', 'delivery_attempts']) {
    expect(await database.owner(table)).toHaveLength(0)
  }
})

test('what a run showed is kept as it was', async () => {
  await expect(database.owner('conformance_results').update({ passed: true })).rejects.toThrow('append-only')
})
