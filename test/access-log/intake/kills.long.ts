import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { killIntake } from './kills.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a hundred web processes killed while they take records in lose none that they acknowledged', async () => {
  expect(await killIntake(database, 100)).toEqual({ sent: 32_000, acknowledged: 32_000, faults: [] })
}, 900_000)
