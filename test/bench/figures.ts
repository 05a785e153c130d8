/** What a benchmark found: its last line with `--json`. */
export interface Figures {
  name: string
  figures: Record<string, number>
  ratios: Record<string, number>
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)

export interface Row {
  what: string
  /** One value a round. */
  rounds: readonly number[]
  unit: string
}

/** A line each, with the median of the rounds and how far apart they were. */
export function printTable(title: string, rows: readonly Row[]): void {
  const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2))
  const width = Math.max(...rows.map(({ what }) => what.length))
  process.stdout.write(`\n${title}\n${'-'.repeat(title.length)}\n`)
  for (const { what, rounds, unit } of rows) {
    const spread = `${number(Math.min(...rounds))} to ${number(Math.max(...rounds))}`
    process.stdout.write(`${what.padEnd(width)}  ${number(median(rounds)).padStart(8)} ${unit.padEnd(5)} (${spread})\n`)
  }
}

/** The table is for people; programs ask for the last line. */
export function printJson(figures: Figures): void {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`)
}

/** Three significant digits: the rest is noise. */
export const rounded = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(3))]))
