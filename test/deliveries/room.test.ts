import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { retryPolicy } from '../../src/deliveries/after-attempt.ts'
import { createDispatcher, type Dispatcher } from '../../src/deliveries/dispatcher.ts'
import type { AttemptResult } from '../../src/deliveries/delivery.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { PER_NEW_LANE } from '../../src/deliveries/lanes.ts'
import { MINUTE } from '../../src/shared/clock.ts'
import { createLogger } from '../../src/shared/log.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { statesOf } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'

const vault = testVault()
const MORE = 8
let database: TestDatabase
let citizen: Citizen
let dispatcher: Dispatcher
let answerAll: () => void
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
  return createDispatcher({
    ...{ db: database.worker, vault, clock: () => new Date(), baseUrl: BASE_URL, policy: retryPolicy },
    ...{ logger: createLogger({ level: 'error', write: () => undefined }), timeout: 2000, lease: MINUTE },
    pusher: { push: () => answered, authorizationFor: () => Promise.resolve(undefined) },
    sign: () => 'a token',
    signer: { sign: (all) => Promise.resolve(all.map(() => 'a token')), stop: () => Promise.resolve() },
    ...{ onRoom: () => (calls += 1), onAppetite: () => undefined },
  })
}

test('a lane that was full while others were looked for says so when it has room, and does not wait for a clock', async () => {
  await aRecipient(database, vault, 'dvla', 'https://body.example/events')
  await Promise.all(Array.from({ length: PER_NEW_LANE + MORE }, () => aReport(database, vault, citizen)))
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
