import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aRun, inWords, seen } from '../../support/conformance.ts'
import { startTown, type Town } from '../../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

test('every sample agency with a system passes a conformance run', async () => {
  const { database } = town.house
  const streams = await database
    .owner('subscriptions')
    .whereIn('method', ['push', 'poll'])
    .select<{ id: string; agency_id: string; method: 'push' | 'poll' }[]>('id', 'agency_id', 'method')
  const runs = []
  for (const { id, agency_id: agency, method } of streams) {
    runs.push({ agency, run: await aRun(database, agency, id, method) })
  }
  for (const { agency, run } of runs) {
    const results = await vi.waitFor(
      async () => {
        const now = await seen(database, agency, run)
        expect(now.run.state).not.toBe('running')
        return now.results
      },
      { timeout: 60_000, interval: 200 },
    )
    expect(
      inWords(results).filter((line) => !line.endsWith(' passed')),
      agency,
    ).toEqual([])
  }
}, 120_000)
