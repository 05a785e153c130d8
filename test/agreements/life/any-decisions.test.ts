import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { anyStep, startAfresh, startParish, type Parish, type Step } from './any-decisions.ts'

let database: TestDatabase
let parish: Parish
beforeAll(async () => {
  database = await testDatabase()
  parish = await startParish(database)
})
afterAll(async () => {
  await parish.close()
  await database.close()
})

test('what is told goes with each decision', async () => {
  const ask = (fields: string[]): Step => ({ kind: 'ask', fields, review: undefined })
  const steps = (...kinds: ('approve' | 'enact' | 'report' | 'dispatch' | 'end' | 'resume')[]): Step[] =>
    kinds.map((kind) => ({ kind }))
  const { beyond, told } = await parish.run([
    ...steps('report', 'dispatch'),
    ...[ask(['names', 'new_address']), ...steps('approve', 'enact', 'report', 'dispatch')],
    ...[ask(['names']), ...steps('report', 'approve', 'enact', 'dispatch')],
    ...steps('report', 'end', 'dispatch'),
    ...[...steps('resume', 'report'), { kind: 'wait' as const, days: 400 }, ...steps('dispatch')],
  ])
  expect({ beyond, told }).toEqual({ beyond: [], told: 3 })
})

test('whatever is decided, in whatever order, nothing is told beyond what an agreement in use allows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 25 }), async (steps) => {
      await startAfresh(database)
      expect((await parish.run(steps)).beyond).toEqual([])
    }),
    { numRuns: 8, seed: 7, endOnFailure: true },
  )
})
