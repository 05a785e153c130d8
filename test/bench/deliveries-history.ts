import { cpuTaken } from './cpu.ts'
import type { Rounds } from './deliveries-rates.ts'
import { median } from './figures.ts'
import { makeHistory, personOf } from './history.ts'
import { deliveryRate } from './measure.ts'
import { withBenches, type Bench, type BenchKind } from './set-up.ts'

/** Rows of each of deliveries, attempts and access records. */
const SIZES = [
  { name: '10 thousand', deliveries: 10_000 },
  { name: '1 million', deliveries: 1_000_000 },
  { name: '10 million', deliveries: 10_000_000 },
]
const REPORTS_A_ROUND = 1500
// Durable as ever, but that what is made in bulk is not written twice.
const FLAGS = ['wal_level=minimal', 'max_wal_senders=0'].flatMap((flag) => ['-c', flag])

interface Measured {
  /** Microseconds from due to settled, for each delivery. */
  time: number
  /** Microseconds of processor, of the worker and its database. */
  cpu: number
}

/** The same reports on each history in turn, by people whom nobody has been told of in a round before. */
export async function historyRounds(agencies: readonly string[], { rounds, share }: Rounds): Promise<Measured[][]> {
  const kinds: BenchKind[] = SIZES.map(({ deliveries }) => ({
    ...{ agencies, flags: FLAGS },
    past: (bench, withWorker) => makeHistory(bench, withWorker, deliveries * share),
  }))
  return withBenches(kinds, async (benches) => {
    const measured: Measured[][] = []
    // One more, to warm up.
    for (let round = 0; round <= rounds; round += 1) {
      const results: Measured[] = []
      for (const bench of benches)
        results.push(await oneRound(bench, { round, reports: REPORTS_A_ROUND * share, bodies: agencies.length }))
      if (round > 0) measured.push(results)
    }
    return measured
  })
}

async function oneRound(
  bench: Bench,
  { round, reports, bodies }: { round: number; reports: number; bodies: number },
): Promise<Measured> {
  const { database, worker } = bench
  const before = await cpuTaken(worker.pid, database.owner)
  const perSecond = await deliveryRate(bench, reports, (report) => personOf(round * reports + report))
  const cpu = (await cpuTaken(worker.pid, database.owner)) - before
  return { time: 1e6 / perSecond, cpu: (cpu * 1000) / (reports * bodies) }
}

export function historyOf(measured: readonly Measured[][]) {
  const of = (size: number, kind: keyof Measured) => measured.map((results) => results[size]?.[kind] ?? Number.NaN)
  const rows = (kind: keyof Measured, what: string) =>
    SIZES.map(({ name }, size) => ({ what: `${name}: ${what}`, rounds: of(size, kind), unit: 'µs' }))
  const ratio = (kind: keyof Measured) => {
    const [small, large] = [of(0, kind), of(SIZES.length - 1, kind)]
    return median(large.map((value, round) => value / (small[round] ?? Number.NaN)))
  }
  return {
    rows: [...rows('time', 'due to settled'), ...rows('cpu', 'of processor, worker and database')],
    figures: { history_10m_us: median(of(SIZES.length - 1, 'time')) },
    ratios: { history_10m_to_10k: ratio('time'), history_10m_to_10k_cpu: ratio('cpu') },
  }
}
