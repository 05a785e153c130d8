import { expect, onTestFinished, test } from 'vitest'
import { MINUTE } from '../../src/shared/clock.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { startDurablePostgres } from './durable-postgres.ts'
import { seedOf } from './seed.ts'
import { tell } from './story.ts'
import { verdictOn } from './verdict.ts'
import type { Wreaking } from './wreak.ts'

/** A hundred kills, and what else happens. */
const PLAN: Wreaking['plan'] = {
  'worker killed': 45,
  'web killed': 30,
  'database killed': 25,
  'worker stopped for longer than its lease': 5,
  'worker asked to end': 5,
  'connections terminated': 10,
  'disk full': 2,
}

// Enough for the whole plan where two cores have nothing else to do; with the rest it is about six minutes.
const within = Number(process.env['FAULTS_MINUTES'] ?? 5) * MINUTE

/** A share of the plan: FAULTS_SHARE=0.1 is ten kills, for whoever works on this. */
const share = Number(process.env['FAULTS_SHARE'] ?? 1)
const plan = Object.fromEntries(Object.entries(PLAN).map(([kind, often]) => [kind, Math.ceil(often * share)]))

test('no fault that can be injected loses what was reported, or tells of it who should not know', async () => {
  const seed = seedOf()
  process.stdout.write(`Faults of seed ${seed}: run again with FAULTS_SEED=${seed}\n`)
  const postgres = await startDurablePostgres()
  onTestFinished(() => postgres.close())
  const { urls } = postgres
  const pools = { owner: openDatabase(urls.owner), web: openDatabase(urls.web), worker: openDatabase(urls.worker) }
  const close = async () => void (await Promise.all(Object.values(pools).map((pool) => pool.destroy())))
  onTestFinished(close)
  const database = { urls, ...pools, close }
  const personas = ['amira', 'llyr', 'margaret']
  await tell({ seed, database, postgres, workers: 2, personas, plan, gap: 1200, within }, async (aftermath) => {
    const { wrong, figures } = await verdictOn(aftermath)
    const refused = { 'writes refused for want of room': await postgres.refusals() }
    process.stdout.write(`${JSON.stringify({ ...figures, ...refused }, undefined, 2)}\n`)
    expect(wrong, `of seed ${seed}`).toEqual([])
    expect(refused['writes refused for want of room']).toBeGreaterThan(0)
    expect(figures['asked for again']).toBeGreaterThan(0)
  })
}, 1_800_000)
