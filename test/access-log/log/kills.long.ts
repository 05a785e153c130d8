import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { killSequencers } from './kills.ts'

test('a sequencer killed a hundred times loses nothing, and never says anything else than before', async () => {
  const database = await testDatabase()
  const { acknowledged, faults, kept } = await killSequencers(database, 100)
  expect({ acknowledged, faults }).toEqual({ acknowledged: 12_120, faults: [] })
  // Many a time it was killed after it had signed something: those checkpoints are what the log was held against.
  expect(kept).toBeGreaterThan(20)
  await database.close()
}, 600_000)
