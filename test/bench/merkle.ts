// How fast entries go through tiles and checkpoint into the log, against plain SHA-256 of the same bytes; how long a
// receipt takes, and to check one.
import { randomBytes, hash } from 'node:crypto'
import { zipSync } from 'fflate'
import { recordDisclosures } from '../../src/access-log/record.ts'
import { checkReceipt } from '../../src/access-log/receipts/check-receipt.ts'
import { receiptFiles, type ReceiptFiles } from '../../src/access-log/receipts/receipt-files.ts'
import { appendToLog } from '../../src/merkle-log/append.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { inContext } from '../../src/shared/database.ts'
import { aCitizen, aDisclosure, type Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { aSequencer, testLogKey } from '../support/sequencing.ts'
import { median, percentile, printJson, printTable, rounded } from './figures.ts'
import { vault, withServer } from './set-up.ts'

/** `--short`: to see that it works; its numbers are not to be trusted. */
const short = process.argv.includes('--short')
const ROUNDS = short ? 2 : 5
const ENTRIES = short ? 5_000 : 40_000
// As many as the sequencer takes at once.
const BATCH = 1_000
const RECEIPTS = short ? 20 : 300

const measured = await withServer(async (database) => {
  const [leaves, plain]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const entries = Array.from({ length: ENTRIES }, () => randomBytes(36))
    plain.push(perSecond(hashOneByOne(entries)))
    leaves.push(perSecond(await appended(database, entries)))
  }
  const citizen = await aCitizen(database, vault, 'amira')
  const ids = await someRecords(database, citizen)
  const placed = await time(() => aSequencer(database).runOnce())
  return { leaves, plain, placed: [(ids.length * 1000) / placed], ...(await receiptTimes(database, citizen, ids)) }
})

printTable(`The log: medians of ${ROUNDS} rounds of ${ENTRIES.toLocaleString('en-GB')} entries`, [
  { what: 'entries through tiles and checkpoint', rounds: measured.leaves, unit: 'per s' },
  { what: 'plain SHA-256 of each', rounds: measured.plain, unit: 'per s' },
  { what: 'access records given their places', rounds: measured.placed, unit: 'per s' },
  { what: 'a receipt', rounds: measured.receipts, unit: 'ms' },
  { what: 'a receipt checked offline', rounds: measured.checks, unit: 'ms' },
])
printJson({
  name: 'merkle',
  figures: rounded({
    leaves_per_s: median(measured.leaves),
    plain_sha256_per_s: median(measured.plain),
    placed_per_s: median(measured.placed),
    receipt_ms: median(measured.receipts),
    receipt_p95_ms: percentile(measured.receipts, 0.95),
    check_ms: median(measured.checks),
    check_p95_ms: percentile(measured.checks, 0.95),
  }),
  ratios: rounded({
    leaves_to_plain_sha256: median(measured.leaves.map((rate, at) => rate / (measured.plain[at] ?? 0))),
  }),
})

function perSecond(milliseconds: number): number {
  return (ENTRIES * 1000) / milliseconds
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function hashOneByOne(entries: readonly Buffer[]): number {
  const begun = performance.now()
  for (const entry of entries) hash('sha256', entry, 'buffer')
  return performance.now() - begun
}

function appended({ worker }: TestDatabase, entries: readonly Buffer[]): Promise<number> {
  return time(async () => {
    for (let start = 0; start < entries.length; start += BATCH) {
      const some = entries.slice(start, start + BATCH)
      await worker.transaction((tx) => appendToLog(tx, testLogKey, { entries: some, at: new Date() }))
    }
  })
}

async function someRecords({ worker }: TestDatabase, { subject }: Citizen): Promise<string[]> {
  const told = Array.from({ length: Math.max(RECEIPTS, BATCH) }, () =>
    aDisclosure({ subjectRef: subject, registeredAt: new Date() }),
  )
  await recordDisclosures(worker, told)
  return told.map(({ recordId }) => recordId)
}

async function receiptTimes({ web }: TestDatabase, citizen: Citizen, ids: readonly string[]) {
  const parts = {
    vault,
    clock: systemClock,
    baseUrl: 'https://log.example',
    publicLog: { key: testLogKey, witnesses: [] },
  }
  const [receipts, checks]: [number[], number[]] = [[], []]
  for (const recordId of ids.slice(0, RECEIPTS)) {
    const wanted = { subjects: citizen.subjects, recordId, controllerId: 'tell-us-once', language: 'en' as const }
    let files: ReceiptFiles | string | undefined
    receipts.push(
      await time(async () => {
        const context = { account: citizen.accountId, subjects: citizen.subjects }
        files = await inContext(web, context, (tx) => receiptFiles(parts, tx, wanted))
        if (typeof files === 'object') zipSync(files, { level: 0 })
      }),
    )
    checks.push(
      await time(async () => {
        if (typeof files !== 'object') throw new Error('There is no receipt')
        const { faults } = await Promise.resolve(checkReceipt(files, testLogKey))
        if (faults.length > 0) throw new Error(faults.join())
      }),
    )
  }
  return { receipts, checks }
}
