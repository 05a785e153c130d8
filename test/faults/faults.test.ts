import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { NEVER } from './bodies.ts'
import { seedOf } from './seed.ts'
import { tell } from './story.ts'
import { verdictOn } from './verdict.ts'

test('what citizens report survives the ends of our processes, and bodies that do as they please', async () => {
  const seed = seedOf()
  const database = await testDatabase()
  onTestFinished(() => database.close())
  const plan = { 'worker killed': 1, 'web killed': 1, 'connections terminated': 1 }
  const without = [NEVER, 'busy']
  const story = { seed, database, workers: 1, brisk: true, personas: ['amira'], without, plan, gap: 300, within: 4000 }
  await tell(story, async (aftermath) => {
    const { wrong, figures } = await verdictOn(aftermath)
    expect(wrong, `of seed ${seed}: ${JSON.stringify(figures)}`).toEqual([])
  })
}, 120_000)
