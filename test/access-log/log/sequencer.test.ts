import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSequencer } from '../../../src/access-log/log/sequencer.ts'
import { signerKey } from '../../../src/merkle-log/note-key.ts'
import { latestCheckpoint } from '../../../src/merkle-log/checkpoint-store.ts'
import { createLogger } from '../../../src/shared/log.ts'
import { aCitizen, aDisclosure, disclose, testVault, type Citizen } from '../../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'

const key = signerKey('log.example/log', Buffer.alloc(32, 5))
let database: TestDatabase
let amira: Citizen
beforeAll(async () => {
  database = await testDatabase()
  amira = await aCitizen(database, testVault(), 'amira')
})
afterAll(() => database.close())

const sequencer = () =>
  createSequencer({
    ...{ db: database.worker, vault: testVault(), clock: () => new Date(), key, witnesses: [], fetch },
    logger: createLogger({ level: 'silent' }),
  })

test('every record gets a place', async () => {
  for (let n = 0; n < 3; n += 1) await disclose(database, aDisclosure({ subjectRef: amira.subject }))
  await sequencer().runOnce()
  const places = await database.owner('access_record_places').orderBy('log_index')
  expect(places.map(({ seq, log_index }) => [seq, log_index])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
  ])
  expect((await latestCheckpoint(database.web, key.name))?.size).toBe(3)
})
