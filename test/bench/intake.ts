// `npm run bench:intake`: acknowledged access records a second, in batches and one by one, against plain inserts of the
// same finished rows into the same table and indexes; and how long a record waits for its place in the public log.
import { setTimeout as pause } from 'node:timers/promises'
import type { TestDatabase } from '../support/database.ts'
import { startChild, sharedNow } from './child.ts'
import { median, percentile, printJson, printTable, rounded } from './figures.ts'
import { batchesOf, finishedRows, rateOf, rawRate } from './intake-load.ts'
import { aReported, setUpReporters, startWeb, type Reporters } from './intake-set-up.ts'
import { benchmark } from './interrupt.ts'
import { withServer } from './set-up.ts'

const ROUNDS = 5
const BATCHES = 8
const SIZE = 1000
const SINGLES = 300
// A body sends a batch when the one before is acknowledged, and a program inserts as it goes.
const AT_ONCE = 1

await benchmark(() =>
  withServer(async (database) => {
    await using stack = new AsyncDisposableStack()
    const web = await startWeb(database)
    stack.defer(() => web.end())
    const reporters = await setUpReporters(database, web)
    // Until everything is compiled and planned.
    await batches(reporters, 5)
    await singles(reporters, 200)
    const rates = await interleaved(database, reporters)
    const waits = await inclusion(database, reporters)
    report(rates, waits)
  }),
)

interface Rates {
  raw: number[]
  batch: number[]
  single: number[]
}

/** One after the other in each round, so that whatever else the machine does falls on all of them. */
async function interleaved(database: TestDatabase, reporters: Reporters): Promise<Rates> {
  const rates: Rates = { raw: [], batch: [], single: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.batch.push(await batches(reporters, BATCHES))
    rates.raw.push(await rawRate(database, await finishedRows(database, BATCHES, SIZE), AT_ONCE))
    rates.single.push(await singles(reporters, SINGLES))
    // None is sequenced here: the next round begins with a queue as short as this one's.
    await database.owner.raw('truncate unplaced_access_records')
  }
  return rates
}

async function batches(reporters: Reporters, number: number, acknowledged?: (records: number) => void) {
  const token = reporters.bodies[0]?.token ?? ''
  const calls = batchesOf(reporters, number, SIZE).map((body) => ({ body, token, records: SIZE }))
  return rateOf(reporters, calls, AT_ONCE, acknowledged)
}

function singles(reporters: Reporters, number: number): Promise<number> {
  const { baseUrl, bodies } = reporters
  const calls = Array.from({ length: number }, (_, index) => {
    const body = bodies[index % bodies.length] as Reporters['bodies'][number]
    return { body: JSON.stringify(aReported(body, baseUrl, index)), token: body.token, records: 1 }
  })
  return rateOf(reporters, calls, 8)
}

/** Milliseconds from a record's acknowledgement to a checkpoint that includes it, with the sequencer running all the while. */
async function inclusion(database: TestDatabase, reporters: Reporters): Promise<{ waits: number[]; rate: number }> {
  await using stack = new AsyncDisposableStack()
  const { worker: url } = database.urls
  const worker = await startChild('sequencer-process.ts', { url, baseUrl: reporters.baseUrl })
  stack.defer(() => worker.end())
  const acknowledged: { records: number; at: number }[] = []
  const published: { size: number; at: number }[] = []
  const before = await sizeOf(database)
  const total = 20
  let done = false
  const watch = (async () => {
    while (!done || (published.at(-1)?.size ?? 0) - before < total * SIZE) {
      published.push({ size: await sizeOf(database), at: sharedNow() })
      await pause(20)
    }
  })()
  const rate = await batches(reporters, total, (records) => acknowledged.push({ records, at: sharedNow() }))
  done = true
  await watch
  return { rate, waits: waitsOf(acknowledged, published, before) }
}

/** Records are placed in the order in which they came: the nth is included when the log has n more than before. */
function waitsOf(
  acknowledged: readonly { records: number; at: number }[],
  published: readonly { size: number; at: number }[],
  before: number,
): number[] {
  let sent = before
  return acknowledged.map(({ records, at }) => {
    sent += records
    const included = published.find(({ size }) => size >= sent)
    return Math.max(0, (included?.at ?? Number.POSITIVE_INFINITY) - at)
  })
}

async function sizeOf({ owner }: TestDatabase): Promise<number> {
  const { rows } = await owner.raw<{ rows: { size: number | null }[] }>('select max(size) as size from log_checkpoints')
  return rows[0]?.size ?? 0
}

function report({ raw, batch, single }: Rates, { waits, rate }: { waits: number[]; rate: number }): void {
  const ratio = batch.map((value, round) => value / (raw[round] ?? Number.NaN))
  printTable('Access records', [
    { what: 'plain inserts', rounds: raw, unit: '/s' },
    { what: `in batches of ${SIZE}`, rounds: batch, unit: '/s' },
    { what: 'one by one', rounds: single, unit: '/s' },
    { what: 'batches to plain inserts', rounds: ratio, unit: '' },
    { what: 'in batches, with the sequencer', rounds: [rate], unit: '/s' },
    { what: 'until it is in the log', rounds: waits, unit: 'ms' },
  ])
  const inclusion_p99_ms = percentile(waits, 0.99)
  printJson({
    name: 'intake',
    figures: rounded({
      ...{ raw_rows_per_s: median(raw), batch_records_per_s: median(batch), single_records_per_s: median(single) },
      ...{ inclusion_records_per_s: rate, inclusion_p50_ms: median(waits), inclusion_p99_ms },
    }),
    ratios: rounded({
      ...{ batch_to_raw_insert: median(ratio), single_to_raw_insert: median(single) / median(raw) },
    }),
  })
}
