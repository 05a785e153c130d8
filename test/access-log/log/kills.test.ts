import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { killSequencers } from './kills.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a sequencer killed five times loses nothing, and never says anything else than before', async () => {
  const { acknowledged, faults } = await killSequencers(database, 5)
  expect({ acknowledged, faults }).toEqual({ acknowledged: 720, faults: [] })
})
