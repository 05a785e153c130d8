import { randomBytes, randomUUID } from 'node:crypto'
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimDue } from '../../src/deliveries/delivery-store.ts'
import { proofsOf } from '../../src/deliveries/endpoint-proof-store.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { prepare } from '../../src/deliveries/prepare.ts'
import type { Worker } from '../../src/deliveries/worker.ts'
import { DAY, later, SECOND } from '../../src/shared/clock.ts'
import { inContext } from '../../src/shared/database.ts'
import { rewrapHeaders } from '../../src/subscriptions/rewrap-headers.ts'
import { parseKeyring } from '../../src/vault/keyring.ts'
import { publicKeys, type SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { startRawServer, type Call, type RawServer } from '../support/raw-server.ts'
import { aRecipient, BASE_URL, EVENT } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'

const vault = testVault()
const HEADER = 'Bearer as given'
let signingKeys: SigningJwk[]
let database: TestDatabase
let amira: Citizen
let server: RawServer
let worker: Worker
let ahead = 0
const clock = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  signingKeys = [await aKey('ES256', 'set-1')]
  database = await testDatabase()
  amira = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  ahead = 0
  server = await startRawServer(careful)
  worker = aWorker(database, { vault, clock, signingKeys })
})
afterEach(async () => {
  await worker.stop()
  await server.close()
  await database.owner('notices').delete()
  await empty(database)
})

const isOurs = (call: Call) =>
  compactVerify(call.body, createLocalJWKSet({ keys: publicKeys(signingKeys) })).then(
    () => true,
    () => false,
  )
const careful: RawServer['answer'] = (call, res) => {
  void isOurs(call).then((ours) => res.writeHead(call.headers.authorization !== HEADER ? 401 : ours ? 202 : 400).end())
}
const answering =
  (status: (call: Call) => number): RawServer['answer'] =>
  (call, res) =>
    void res.writeHead(status(call)).end()

const aStream = (authorization = HEADER, url = server.url) =>
  aRecipient(database, vault, 'dvla', url, { unproved: true, ...(authorization && { authorization }) })
const told = () => server.calls.filter(({ body }) => EVENT in (decodeJwt(body)['events'] as object))
const states = () => database.owner('deliveries').pluck<string[]>('state')
const proofOf = async (id: string) => (await proofsOf(database.owner, [id])).get(id)
const after = async (time: number) => {
  ahead += time
  await worker.runOnce()
}

describe('an endpoint proves itself', () => {
  test('by taking a verification and refusing the same of a stranger and of a forger; then it is told', async () => {
    const id = await aStream()
    await aReport(database, vault, amira)
    await worker.runOnce()
    expect(await proofOf(id)).toMatchObject({ state: 'proved', step: null, detail: null, attempts: 1 })
    const [taken, stranger, forger, ...others] = server.calls as [Call, Call, Call, Call]
    expect(others).toEqual(told())
    expect(others).toHaveLength(1)
    expect([taken, stranger, forger].map(({ headers }) => headers.authorization)).toEqual([HEADER, undefined, HEADER])
    expect(await Promise.all([taken, stranger, forger].map(isOurs))).toEqual([true, true, false])
    for (const { body, headers } of [taken, stranger, forger]) {
      expect(headers['content-type']).toBe('application/secevent+jwt')
      expect(decodeProtectedHeader(body)).toEqual({ alg: 'ES256', typ: 'secevent+jwt', kid: 'set-1' })
      expect(decodeJwt(body)).toMatchObject({
        ...{ iss: BASE_URL, aud: 'dvla', sub_id: { format: 'opaque', id } },
        events: {
          'https://schemas.openid.net/secevent/ssf/event-type/verification': {
            state: expect.stringMatching(/^endpoint-proof-/) as string,
          },
        },
      })
    }
  })

  test('where it asks for nothing but our signature, by refusing what nobody signed', async () => {
    server.answer = (call, res) => void isOurs(call).then((ours) => res.writeHead(ours ? 200 : 403).end())
    const id = await aStream('')
    await aReport(database, vault, amira)
    await worker.runOnce()
    expect(await proofOf(id)).toMatchObject({ state: 'proved' })
    expect(decodeProtectedHeader(server.calls[1]?.body ?? '')).toMatchObject({ alg: 'none' })
    expect(told()).toHaveLength(1)
  })

  test('once, whoever of the workers tries it, and not again while it is what it was', async () => {
    await aStream()
    const other = aWorker(database, { vault, clock, signingKeys })
    await Promise.all([worker.runOnce(), other.runOnce()])
    await other.stop()
    await after(DAY)
    expect(server.calls).toHaveLength(3)
  })
})

describe('one that does not', () => {
  test.each<[string, string, (call: Call) => number, object]>([
    ['takes whatever it is sent', HEADER, () => 202, { step: 'unauthenticated', detail: 'accepted 202' }],
    ['takes what nobody signed', '', () => 200, { step: 'unauthenticated', detail: 'accepted 200' }],
    [
      'takes what was not signed by us',
      HEADER,
      ({ headers }) => (headers.authorization === HEADER ? 202 : 401),
      { step: 'badly-signed', detail: 'accepted 202' },
    ],
    ['does not take what is ours', HEADER, () => 401, { step: 'verification', detail: 'failed 401' }],
    ['sends us elsewhere', HEADER, () => 307, { step: 'verification', detail: 'redirected 307' }],
    [
      'breaks when a stranger calls',
      HEADER,
      ({ headers }) => (headers.authorization === HEADER ? 202 : 500),
      { step: 'unauthenticated', detail: 'failed 500' },
    ],
    [
      'is too busy to say',
      HEADER,
      ({ headers }) => (headers.authorization === HEADER ? 202 : 429),
      { step: 'unauthenticated', detail: 'busy 429' },
    ],
  ])('because it %s, is told nothing, and says why', async (_what, header, status, why) => {
    server.answer = answering(status)
    const id = await aStream(header)
    await aReport(database, vault, amira)
    await worker.runOnce()
    expect(told()).toEqual([])
    expect(await states()).toEqual(['due'])
    expect(await database.owner('access_records')).toEqual([])
    expect(await proofOf(id)).toMatchObject({ state: 'failed', attempts: 1, ...why })
    expect(await inContext(database.web, { agency: 'dvla' }, (tx) => proofsOf(tx, [id]))).toHaveProperty('size', 1)
    expect(await inContext(database.web, { agency: 'hmrc' }, (tx) => proofsOf(tx, [id]))).toHaveProperty('size', 0)
  })

  test('is tried again after a while, and told once it is put right', async () => {
    server.answer = answering(() => 202)
    const id = await aStream()
    await aReport(database, vault, amira)
    await worker.runOnce()
    const calls = server.calls.length
    await after(4 * SECOND)
    expect(server.calls).toHaveLength(calls)
    server.answer = careful
    await after(2 * SECOND)
    expect(await proofOf(id)).toMatchObject({ state: 'proved', attempts: 2 })
    expect([told().length, await states()]).toEqual([1, ['acknowledged']])
  })

  test('in seven days is given up on', async () => {
    server.answer = answering(() => 202)
    await aStream()
    await aReport(database, vault, amira)
    await worker.runOnce()
    await after(7 * DAY)
    expect(told()).toEqual([])
    expect(await database.owner('deliveries').select('state', 'last_failure')).toEqual([
      { state: 'given-up', last_failure: 'unproved' },
    ])
  })
})

describe('what was proved', () => {
  test('is of what was tried alone, not of where it was moved to meanwhile', async () => {
    const id = await aStream()
    const meanwhile = () =>
      database
        .owner('subscriptions')
        .where({ id })
        .update({ endpoint_url: `${server.url}/takes-anything` })
    server.answer = (call, res) => {
      if (call.path === '/takes-anything') return void res.writeHead(202).end()
      void meanwhile().then(() => careful(call, res))
    }
    await aReport(database, vault, amira)
    await worker.runOnce()
    expect(await proofOf(id)).not.toMatchObject({ state: 'proved' })
    expect(await database.owner('subscriptions').pluck('proved_at')).toEqual([null])
    expect(told()).toEqual([])
  })

  const change = (id: string, columns: object) => database.worker('subscriptions').where({ id }).update(columns)

  test.each<[string, (url: string) => object]>([
    ['its address', (url) => ({ endpoint_url: `${url}/new` })],
    ['its credentials', () => ({ authorization_header: null })],
    ['how it is told, though it is pushed to again', () => ({ method: 'poll' })],
  ])('is proved afresh when somebody changes %s', async (_what, columns) => {
    const id = await aStream()
    await worker.runOnce()
    await change(id, columns(server.url))
    await change(id, { method: 'push', endpoint_url: server.url })
    await aReport(database, vault, amira)
    server.answer = answering(() => 202)
    await worker.runOnce()
    expect([told(), (await proofOf(id))?.state]).toEqual([[], 'failed'])
  })

  test('stands when its status or description changes, and when its header is sealed anew', async () => {
    const id = await aStream()
    await worker.runOnce()
    await change(id, { status: 'paused', description: 'Cars', events: ['a-death'] })
    const newer = parseKeyring(`d9:${randomBytes(32).toString('base64')}`)
    const dataKeys = { ...newer, byId: new Map([...newer.byId, ...vault.dataKeys.byId]) }
    expect(await rewrapHeaders(database.worker, { ...vault, dataKeys })).toBe(1)
    await after(DAY)
    expect([server.calls.length, (await proofOf(id))?.state]).toEqual([3, 'proved'])
  })

  test('is not for its body to say', async () => {
    const id = await aStream()
    const as = (columns: object) =>
      inContext(database.web, { agency: 'dvla' }, (tx) => tx('subscriptions').where({ id }).update(columns)).catch(
        ({ code }: { code?: string }) => code,
      )
    expect(await as({ proved_at: new Date() })).toBe('42501')
    expect(await as({ description: 'Cars' })).toBe(1)
    const add = inContext(database.web, { agency: 'dvla' }, (tx) =>
      tx('subscriptions').insert({
        ...{ id: randomUUID(), agency_id: 'dvla', method: 'push', endpoint_url: server.url },
        ...{ changed_at: new Date(), proved_at: new Date() },
      }),
    )
    await expect(add).rejects.toMatchObject({ code: '42501' })
  })

  test('does not stand for another address that it got while its deliveries were claimed', async () => {
    const id = await aStream()
    await worker.runOnce()
    await aReport(database, vault, amira)
    await fanOut(database.worker, vault, clock())
    const claim = {
      lease: randomUUID(),
      now: clock(),
      leasedUntil: later(clock(), DAY),
      limit: 1,
      perLane: 1,
      inHand: {},
    }
    const claimed = await claimDue(database.worker, claim)
    await change(id, { endpoint_url: `${server.url}/elsewhere` })
    const prepared = await prepare({ db: database.worker, vault, baseUrl: BASE_URL }, claimed, clock())
    expect(prepared.map(({ kind }) => kind)).toEqual(['hold'])
    expect(await database.owner('access_records')).toEqual([])
  })
})
