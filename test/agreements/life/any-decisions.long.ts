import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { anyStep, startAfresh, startParish } from './any-decisions.ts'

test('hundreds of decisions, in whatever order, let nothing be told beyond what an agreement in use allows', async () => {
  const database = await testDatabase()
  const parish = await startParish(database)
  let told = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 60 }), async (steps) => {
      await startAfresh(database)
      const run = await parish.run(steps)
      told += run.told
      expect(run.beyond).toEqual([])
    }),
    { numRuns: 60, endOnFailure: true },
  )
  expect(told, 'somebody was told something').toBeGreaterThan(20)
  await parish.close()
  await database.close()
}, 300_000)
