// From a report to its arrival: how long when nothing else is going on, and how many a second when much is.
import { median, percentile, printJson, printTable, rounded, type Row } from './figures.ts'
import { arrivalTimes, deliveryRate, floorTimes } from './measure.ts'
import { withBench, type Bench } from './set-up.ts'

// As a move within one council goes to: eight subscriptions.
const AGENCIES = ['dvla', 'dvla-logbook', 'hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds', 'cardiff']
const ROUNDS = 5
const SAMPLES_A_ROUND = 100
const REPORTS_A_ROUND = 250
const POSTS_A_ROUND = 5000

interface Round {
  floor: number[]
  arrival: number[]
  raw: number
  signed: number
  delivered: number
}

const rounds = await withBench(AGENCIES, async (bench) => {
  await oneRound(bench, 20)
  const measured: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) measured.push(await oneRound(bench))
  return measured
})
report(rounds)

/** What is compared is measured close together, so that a busy machine is busy for all of it. */
async function oneRound(bench: Bench, samples = SAMPLES_A_ROUND): Promise<Round> {
  const post = (signed: 'before' | 'each') => bench.poster.ask<number>({ kind: 'post', number: POSTS_A_ROUND, signed })
  return {
    floor: await floorTimes(bench, samples),
    arrival: await arrivalTimes(bench, samples),
    raw: await post('before'),
    delivered: await deliveryRate(bench, REPORTS_A_ROUND),
    signed: await post('each'),
  }
}

function report(results: readonly Round[]): void {
  const of = (value: (round: Round) => number) => results.map(value)
  const times = (of: 'floor' | 'arrival', share: number) => results.map((round) => percentile(round[of], share))
  const rows = {
    floor_p50_ms: { what: 'commit, notify, signed POST: p50', rounds: times('floor', 0.5), unit: 'ms' },
    floor_p99_ms: { what: 'commit, notify, signed POST: p99', rounds: times('floor', 0.99), unit: 'ms' },
    arrival_p50_ms: { what: 'report to first arrival: p50', rounds: times('arrival', 0.5), unit: 'ms' },
    arrival_p99_ms: { what: 'report to first arrival: p99', rounds: times('arrival', 0.99), unit: 'ms' },
    raw_posts_per_second: { what: 'POST and nothing else', rounds: of(({ raw }) => raw), unit: 'per s' },
    sign_and_post_per_second: { what: 'sign and POST', rounds: of(({ signed }) => signed), unit: 'per s' },
    deliveries_per_second: { what: 'deliveries, due to settled', rounds: of((one) => one.delivered), unit: 'per s' },
  } satisfies Record<string, Row>
  printTable(`The main job: medians of ${ROUNDS} interleaved rounds, ${AGENCIES.length} agencies`, Object.values(rows))
  const ratio = (one: keyof typeof rows, to: keyof typeof rows) =>
    median(rows[one].rounds.map((value, round) => value / (rows[to].rounds[round] ?? Number.NaN)))
  printJson({
    name: 'main-job',
    figures: rounded(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, median(row.rounds)]))),
    ratios: rounded({
      arrival_p50_to_floor: ratio('arrival_p50_ms', 'floor_p50_ms'),
      arrival_p99_to_floor: ratio('arrival_p99_ms', 'floor_p99_ms'),
      deliveries_to_raw_post: ratio('deliveries_per_second', 'raw_posts_per_second'),
      deliveries_to_sign_and_post: ratio('deliveries_per_second', 'sign_and_post_per_second'),
    }),
  })
}
