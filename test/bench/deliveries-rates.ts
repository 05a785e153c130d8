import { setTimeout as pause } from 'node:timers/promises'
import { median, percentile, type Row } from './figures.ts'
import { personOf } from './history.ts'
import { arrivalTimes, deliveryRate, floorTimes, loadedTimes } from './measure.ts'
import { withBenches, type Bench } from './set-up.ts'

const SAMPLES_A_ROUND = 100
const REPORTS_A_ROUND = 1500
const POSTS_A_ROUND = 10_000
const UNTIL_AWAKE = 1000

export interface Rounds {
  rounds: number
  /** Of what a round does in full. */
  share: number
}

interface Round {
  floor: number[]
  arrival: number[]
  loaded: number[]
  raw: number
  signed: number
  delivered: number
  byPgBoss: number
  byGraphile: number
}

/** What is compared is measured close together, so that a busy machine is busy for all of it. */
export function rateRounds(agencies: readonly string[], { rounds, share }: Rounds): Promise<Round[]> {
  const scripts = ['worker-process.ts', 'pg-boss-process.ts', 'graphile-worker-process.ts']
  const kinds = scripts.map((workerScript) => ({ agencies, workerScript }))
  return withBenches(kinds, async (benches) => {
    const [ours, pgBoss, graphile] = benches as [Bench, Bench, Bench]
    for (const { worker } of [pgBoss, graphile]) worker.standStill()
    const one = (round: number, share: number) =>
      oneRound({ ours, pgBoss, graphile }, { agencies: agencies.length, share, round })
    await one(0, 0.1)
    const measured: Round[] = []
    for (let round = 1; round <= rounds; round += 1) measured.push(await one(round, share))
    return measured
  })
}

async function oneRound(
  { ours, pgBoss, graphile }: Record<'ours' | 'pgBoss' | 'graphile', Bench>,
  { agencies, share, round }: { agencies: number; share: number; round: number },
): Promise<Round> {
  const post = (signed: 'before' | 'each') =>
    ours.poster.ask<number>({ kind: 'post', number: POSTS_A_ROUND * share, signed })
  // A move is one person's, and hardly anybody moves twice in a minute.
  const rate = (bench: Bench) =>
    deliveryRate(bench, REPORTS_A_ROUND * share, (report) => personOf(round * REPORTS_A_ROUND + report))
  const floor = await floorTimes(ours, SAMPLES_A_ROUND * share)
  const arrival = await arrivalTimes(ours, SAMPLES_A_ROUND * share)
  const raw = await post('before')
  const delivered = await rate(ours)
  const signed = await post('each')
  const byPgBoss = await atWork(pgBoss, rate)
  const byGraphile = await atWork(graphile, rate)
  // Half of what it has just been seen to do, for about four seconds.
  const perSecond = delivered / agencies / 2
  const loaded = await loadedTimes(ours, perSecond * 4 * share, perSecond)
  return { floor, arrival, raw, delivered, signed, byPgBoss, byGraphile, loaded }
}

/** Stands still otherwise: what a job library looks for while it is idle, a hundred times a second, would cost the others. */
async function atWork<Result>(bench: Bench, work: (bench: Bench) => Promise<Result>): Promise<Result> {
  bench.worker.goOn()
  await pause(UNTIL_AWAKE)
  const result = await work(bench)
  bench.worker.standStill()
  return result
}

export function ratesOf(results: readonly Round[]) {
  const of = (value: (round: Round) => number) => results.map(value)
  const times = (of: 'floor' | 'arrival' | 'loaded', share: number) =>
    results.map((round) => percentile(round[of], share))
  const rows = {
    raw: { what: 'POST and nothing else', rounds: of(({ raw }) => raw), unit: 'per s' },
    signed: { what: 'sign and POST', rounds: of(({ signed }) => signed), unit: 'per s' },
    delivered: { what: 'deliveries, due to settled', rounds: of((one) => one.delivered), unit: 'per s' },
    byPgBoss: { what: 'the same, a job of pg-boss for each', rounds: of((one) => one.byPgBoss), unit: 'per s' },
    byGraphile: { what: 'the same, of graphile-worker', rounds: of((one) => one.byGraphile), unit: 'per s' },
    floor50: { what: 'commit, notify, signed POST: p50', rounds: times('floor', 0.5), unit: 'ms' },
    floor99: { what: 'commit, notify, signed POST: p99', rounds: times('floor', 0.99), unit: 'ms' },
    idle50: { what: 'report to first arrival, idle: p50', rounds: times('arrival', 0.5), unit: 'ms' },
    idle99: { what: 'report to first arrival, idle: p99', rounds: times('arrival', 0.99), unit: 'ms' },
    loaded50: { what: 'report to answer, half load: p50', rounds: times('loaded', 0.5), unit: 'ms' },
    loaded99: { what: 'report to answer, half load: p99', rounds: times('loaded', 0.99), unit: 'ms' },
  } satisfies Record<string, Row>
  // Which is the faster is not for one round to say.
  const faster = median(rows.byPgBoss.rounds) > median(rows.byGraphile.rounds) ? 'byPgBoss' : 'byGraphile'
  const ratio = (one: keyof typeof rows, to: keyof typeof rows) =>
    median(rows[one].rounds.map((value, round) => value / (rows[to].rounds[round] ?? Number.NaN)))
  return {
    rows: Object.values(rows),
    figures: {
      idle_p99_ms: median(rows.idle99.rounds),
      loaded_p99_ms: median(rows.loaded99.rounds),
      deliveries_per_second: median(rows.delivered.rounds),
    },
    ratios: {
      to_sign_and_post: ratio('delivered', 'signed'),
      to_raw_post: ratio('delivered', 'raw'),
      to_job_library: ratio('delivered', faster),
      idle_p99_to_floor: ratio('idle99', 'floor99'),
    },
  }
}
