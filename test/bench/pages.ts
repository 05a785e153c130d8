// Pages as people get them, against a bare Express application that renders the same template from the same view
// model: what sessions, row-level security, limits and the database cost. Stated limit: at least half of the bare one.
import { median, percentile, printJson, printTable, rounded, type Row } from './figures.ts'
import { askFor, type Answered } from './pages-load.ts'
import { withPages, type Pages } from './pages-set-up.ts'

// As a process that has been running for a while: what is not compiled yet, ours pays for and the bare one finds done.
const ROUNDS_BEFORE = 6
const ROUNDS = 15
// Short, so that what is compared comes close together: a busy machine is then busy for both.
const SECONDS_A_ROUND = 1
const AT_LEAST = 0.5

interface Measured {
  ours: Answered
  bare: Answered
}

const rounds = await withPages(async (pages) => {
  for (let round = 0; round < ROUNDS_BEFORE; round += 1) await oneRound(pages)
  const measured: Record<string, Measured>[] = []
  for (let round = 0; round < ROUNDS; round += 1) measured.push(await oneRound(pages))
  return measured
})
report(rounds)

async function oneRound(pages: Pages): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {}
  for (const [name, { ours, bare }] of Object.entries(pages)) {
    measured[name] = { ours: await askFor(ours, SECONDS_A_ROUND), bare: await askFor(bare, SECONDS_A_ROUND) }
  }
  return measured
}

function report(results: readonly Record<string, Measured>[]): void {
  const names = Object.keys(results[0] ?? {})
  const rows = Object.fromEntries(names.flatMap((name) => Object.entries(rowsOf(name, results))))
  printTable(`Pages: medians of ${ROUNDS} interleaved rounds`, Object.values(rows))
  const ratios = Object.fromEntries(names.map((name) => [`${name}_to_bare`, ratio(rows, name)]))
  for (const [name, value] of Object.entries(ratios)) {
    process.stdout.write(
      `${name.padEnd(24)} ${value.toFixed(2)} (limit ${AT_LEAST}${value < AT_LEAST ? ', below' : ''})\n`,
    )
  }
  printJson({
    name: 'pages',
    figures: rounded(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, median(row.rounds)]))),
    ratios: rounded(ratios),
  })
}

function rowsOf(name: string, results: readonly Record<string, Measured>[]): Record<string, Row> {
  const of = (side: keyof Measured, value: (answered: Answered) => number) =>
    results.flatMap((round) => (round[name] ? [value(round[name][side])] : []))
  const row = (side: keyof Measured, what: string) => ({
    [`${name}_${side}_per_second`]: {
      what: `${what}, requests`,
      rounds: of(side, ({ times, seconds }) => times.length / seconds),
      unit: 'per s',
    },
    [`${name}_${side}_p95_ms`]: {
      what: `${what}, p95`,
      rounds: of(side, ({ times }) => percentile(times, 0.95)),
      unit: 'ms',
    },
  })
  return { ...row('ours', name), ...row('bare', `${name}, bare`) }
}

function ratio(rows: Record<string, Row>, name: string): number {
  const bare = rows[`${name}_bare_per_second`]?.rounds ?? []
  const ours = rows[`${name}_ours_per_second`]?.rounds ?? []
  return median(ours.map((value, round) => value / (bare[round] ?? Number.NaN)))
}
