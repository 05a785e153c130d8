import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { retryPolicy } from '../../src/deliveries/after-attempt.ts'
import { createDispatcher, type Dispatcher } from '../../src/deliveries/dispatcher.ts'
import type { AttemptResult } from '../../src/deliveries/delivery.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { PER_NEW_LANE } from '../../src/deliveries/lane.ts'
import { MINUTE } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { statesOf } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { follower } from '../support/follow-ups.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const MORE = 8
let database: TestDatabase
let citizen: Citizen
let dispatcher: Dispatcher
let answerAll: () => void
let told: string[]
let calls = 0

beforeAll(async () => {
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
afterEach(async () => {
  await dispatcher.stop(AbortSignal.timeout(2000))
  await empty(database)
})

/** One whose body does not answer before `answerAll`. */
function aDispatcher(): Dispatcher {
  const { promise: answered, resolve } = Promise.withResolvers<AttemptResult>()
  answerAll = () => resolve({ kind: 'accepted', status: 202 })
  calls = 0
  told = []
  return createDispatcher({
    ...{ db: database.worker, vault, clock: () => new Date(), baseUrl: BASE_URL, policy: retryPolicy },
    ...{ logger: createLogger({ level: 'error', write: () => undefined }), timeout: 2000, lease: MINUTE },
    pusher: {
      push: (_, { token }) => {
        told.push(token)
        return answered
      },
      authorizationFor: () => Promise.resolve(undefined),
    },
    // By what they say.
    sign: ({ facts }) => JSON.stringify(facts),
    signer: {
      sign: (all) => Promise.resolve(all.map(({ claims }) => JSON.stringify(claims))),
      stop: () => Promise.resolve(),
    },
    ...{ onRoom: () => (calls += 1), onAppetite: () => undefined },
  })
}

const reports = (number: number) => Promise.all(Array.from({ length: number }, () => aReport(database, vault, citizen)))

test('a lane that was full while others were looked for says so when it has room, and does not wait for a clock', async () => {
  await aRecipient(database, vault, 'dvla', 'https://body.example/events')
  await reports(PER_NEW_LANE + MORE)
  await fanOut(database.worker, vault, new Date())
  dispatcher = aDispatcher()
  expect(await dispatcher.dispatch()).toBe(PER_NEW_LANE)
  // As when another body's lane is done with what it had.
  expect(await dispatcher.dispatch()).toBe(0)
  answerAll()
  await expect.poll(() => calls).toBe(1)
  expect(await dispatcher.dispatch()).toBe(MORE)
  await expect.poll(() => statesOf(database)).toEqual({ acknowledged: PER_NEW_LANE + MORE })
})

test('that a report is taken back goes next, however much waits for the same body', async () => {
  await aRecipient(database, vault, 'dvla', 'https://body.example/events')
  const [wrong = ''] = await reports(1)
  await fanOut(database.worker, vault, new Date())
  dispatcher = aDispatcher()
  await dispatcher.dispatch()
  answerAll()
  await expect.poll(() => statesOf(database)).toEqual({ acknowledged: 1 })

  await dispatcher.stop(AbortSignal.timeout(2000))
  dispatcher = aDispatcher()
  await reports(PER_NEW_LANE + MORE)
  await fanOut(database.worker, vault, new Date())
  expect(await dispatcher.dispatch()).toBe(PER_NEW_LANE)
  const before = told.length
  expect(before).toBeLessThan(PER_NEW_LANE)
  await follower(database, vault, citizen).withdraw(wrong)
  await fanOut(database.worker, vault, new Date())
  expect(await dispatcher.dispatch()).toBe(1)
  answerAll()
  await expect.poll(() => told.length).toBeGreaterThan(before)
  expect(told.findIndex((token) => token.includes('withdrawn'))).toBe(before)
})

test('what was held goes one after the other about a person, each as soon as the one before it is settled', async () => {
  await aRecipient(database, vault, 'dvla', 'https://body.example/events')
  await reports(3)
  await fanOut(database.worker, vault, new Date())
  await database.owner('deliveries').update({ in_order: true })
  dispatcher = aDispatcher()
  answerAll()
  for (const settled of [1, 2, 3]) {
    expect(await dispatcher.dispatch()).toBe(1)
    await expect.poll(() => calls).toBe(settled)
  }
  expect(await statesOf(database)).toEqual({ acknowledged: 3 })
})
