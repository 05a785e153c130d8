// The delivery engine against what it is made of, against a job for each delivery, beside ten million that there were
// before, and with a million due at once.
import { drainOfMillion, millionOf } from './deliveries-million.ts'
import { historyOf, historyRounds } from './deliveries-history.ts'
import { rateRounds, ratesOf } from './deliveries-rates.ts'
import { printJson, printTable, rounded, type Row } from './figures.ts'
import { benchmark } from './interrupt.ts'

// As a move within one council goes to: eight subscriptions.
const AGENCIES = ['dvla', 'dvla-logbook', 'hmrc', 'dwp', 'nhs-england', 'student-loans-company', 'leeds', 'cardiff']

/** `--short`: to see that it works; its numbers are not to be trusted. */
const short = process.argv.includes('--short')
const rounds = short ? 1 : 5

interface Found {
  rows: Row[]
  figures: Record<string, number>
  ratios: Record<string, number>
}

interface Part {
  title: string
  /** On two cores with nothing else to do. */
  minutes: number
  measure: () => Promise<Found>
}

const parts: Record<string, Part> = {
  rates: {
    title: `Deliveries: medians of interleaved rounds, ${AGENCIES.length} agencies`,
    minutes: 3,
    measure: async () => ratesOf(await rateRounds(AGENCIES, { rounds, share: short ? 0.1 : 1 })),
  },
  history: {
    title: 'Microseconds for a delivery, by how many there were before: medians of interleaved rounds',
    minutes: 9,
    measure: async () => historyOf(await historyRounds(AGENCIES, { rounds, share: short ? 0.01 : 1 })),
  },
  million: {
    title: 'A million deliveries due at once to 20 agencies, and the whole worker process',
    minutes: 5,
    measure: async () => millionOf(await drainOfMillion({ share: short ? 0.01 : 1 })),
  },
}

/** All of them, or what follows `--only`. */
function chosen(): Part[] {
  const only = process.argv[process.argv.indexOf('--only') + 1]
  if (!process.argv.includes('--only')) return Object.values(parts)
  const part = parts[only ?? '']
  if (!part) throw new Error(`--only takes ${Object.keys(parts).join(', ')}`)
  return [part]
}

await benchmark(async () => {
  const wanted = chosen()
  const minutes = wanted.reduce((sum, part) => sum + part.minutes, 0)
  const howLong = short ? 'a minute or two' : `about ${minutes} minutes, and longer on a machine that does other things`
  process.stdout.write(`This takes ${howLong}; Ctrl-C ends it, and leaves nothing behind.\n`)
  const found: Found[] = []
  for (const { title, measure } of wanted) {
    const result = await measure()
    printTable(title, result.rows)
    found.push(result)
  }
  const all = (of: (one: Found) => Record<string, number>) =>
    rounded(Object.fromEntries(found.flatMap((one) => Object.entries(of(one)))))
  printJson({ name: 'deliveries', figures: all((one) => one.figures), ratios: all((one) => one.ratios) })
})
