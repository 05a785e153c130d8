import { setTimeout as pause } from 'node:timers/promises'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { sharedNow } from './child.ts'
import { median, type Row } from './figures.ts'
import { personOf } from './history.ts'
import { FAR_AWAY, manyReports } from './many-reports.ts'
import { deliveryRate, makeDue, settled } from './measure.ts'
import { vault, withBench, type Bench } from './set-up.ts'

const AGENCIES = Array.from({ length: 20 }, (_, number) => `body-${number + 1}`)
const REPORTS = 50_000
const REPORTS_OF_PLAIN = 600
const BETWEEN_LOOKS = 200

interface Million {
  /** Deliveries a second from reports that are due: what the million is compared with. */
  plain: number[]
  /** Deliveries made a second, by fan-out and nothing else. */
  fannedOut: number
  /** Deliveries a second, from when a worker starts until all are settled. */
  drained: number
  /** Arrivals at the body with the fewest for each at the one with the most, each time that we looked. */
  leastToMost: number[]
  /** Megabytes, the most that the worker ever had. */
  memory: number
}

/** A million deliveries that are due to twenty bodies when the worker process starts, which is the whole of it. */
export function drainOfMillion({ share }: { share: number }): Promise<Million> {
  const measure = async (bench: Bench) => {
    const plain: number[] = []
    const somePlain = async (rounds: number) => {
      for (let round = 0; round < rounds; round += 1)
        plain.push(await deliveryRate(bench, REPORTS_OF_PLAIN * share, personOf))
    }
    await deliveryRate(bench, REPORTS_OF_PLAIN * share, personOf)
    await somePlain(3)
    const before = await arrivals(bench)
    const fannedOut = await bench.withoutWorker(() => fanOutAll(bench, REPORTS * share))
    const drained = await drain(bench, before, REPORTS * share * AGENCIES.length)
    const memory = await bench.worker.ask<number>({ kind: 'memory' })
    await somePlain(2)
    return { plain, fannedOut, ...drained, memory }
  }
  return withBench(AGENCIES, measure, { workerScript: 'whole-worker-process.ts' })
}

/** @returns how many deliveries were made a second; nothing is sent. */
async function fanOutAll({ database }: Bench, reports: number): Promise<number> {
  await manyReports(database, vault, { whose: personOf, number: reports, notBefore: FAR_AWAY })
  const begun = sharedNow()
  await makeDue(database)
  while ((await fanOut(database.worker, vault, new Date())).more);
  return (reports * AGENCIES.length * 1000) / (sharedNow() - begun)
}

/** At each body. */
async function arrivals({ receiver }: Bench): Promise<number[]> {
  const byPath = await receiver.ask<Record<string, number>>({ kind: 'arrivals' })
  return AGENCIES.map((agency) => byPath[`/${agency}`] ?? 0)
}

async function drain(
  bench: Bench,
  before: readonly number[],
  deliveries: number,
): Promise<Pick<Million, 'drained' | 'leastToMost'>> {
  const arrived = async () => (await arrivals(bench)).map((number, body) => number - (before[body] ?? 0))
  // The worker may have begun before it said that it works.
  const already = sum(await arrived())
  const begun = sharedNow()
  const leastToMost: number[] = []
  for (let each = await arrived(); sum(each) < deliveries; each = await arrived()) {
    leastToMost.push(Math.min(...each) / Math.max(...each, 1))
    await pause(BETWEEN_LOOKS)
  }
  await settled(bench.database)
  return { drained: ((deliveries - already) * 1000) / (sharedNow() - begun), leastToMost }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

export function millionOf({ plain, fannedOut, drained, leastToMost, memory }: Million) {
  // Not how it begins and ends, when a body is one batch ahead of another.
  const middle = leastToMost.slice(Math.floor(leastToMost.length / 10), Math.ceil(leastToMost.length * 0.9))
  const rows: Row[] = [
    { what: 'deliveries, due to settled', rounds: plain, unit: 'per s' },
    { what: 'a million: made', rounds: [fannedOut], unit: 'per s' },
    { what: 'a million: sent and settled', rounds: [drained], unit: 'per s' },
    { what: 'a million: arrivals, least to most among bodies', rounds: middle, unit: '' },
    { what: 'a million: memory of the worker at most', rounds: [memory], unit: 'MB' },
  ]
  return {
    rows,
    figures: { memory_mb_1m_due: memory, million_per_second: drained },
    ratios: { million_to_plain: drained / median(plain), million_least_to_most: median(middle) },
  }
}
