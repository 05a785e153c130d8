import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { killIntake } from './kills.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a web process killed five times while it takes records in loses none that it acknowledged, and keeps none twice', async () => {
  expect(await killIntake(database, 5)).toEqual({ sent: 1600, acknowledged: 1600, faults: [] })
}, 120_000)
