import { parseArgs } from 'node:util'
import { analyseRecords, fillRecords } from '../access-log/growth/fill-store.ts'
import { readConfig } from '../config.ts'
import { inWords } from '../run-process.ts'
import type { Db } from '../shared/database.ts'
import { withCommandDatabase } from './command-database.ts'

const USAGE = `Usage:
  npm run access-records:fill -- --records 10000000    adds made-up access records, about nobody, to measure with`

// What a transaction of a second or so holds, so that the command can be ended in between.
const AT_A_TIME = 250_000

/** Ends with 0, with 1 when something went wrong, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`)
  return 1
})

async function run(words: string[]): Promise<number> {
  const records = recordsIn(words)
  const config = readConfig()
  if (records === undefined) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  if (config.production) throw new Error('This is not for production: made-up records would stand in a real log')
  await withCommandDatabase(config, (db) => fill(db, { records, baseUrl: config.baseUrl }))
  return 0
}

function recordsIn(words: string[]): number | undefined {
  try {
    const { values } = parseArgs({ args: words, options: { records: { type: 'string' } } })
    return /^[1-9]\d{0,8}$/.test(values.records ?? '') ? Number(values.records) : undefined
  } catch {
    return undefined
  }
}

async function fill(db: Db, { records, baseUrl }: { records: number; baseUrl: string }): Promise<void> {
  const begun = Date.now()
  for (let made = 0; made < records; made += AT_A_TIME) {
    const some = Math.min(AT_A_TIME, records - made)
    await fillRecords(db, { records: some, ofEach: 25, before: new Date(), days: 365, baseUrl })
    const seconds = (Date.now() - begun) / 1000
    process.stdout.write(`${(made + some).toLocaleString('en-GB')} records in ${seconds.toFixed(1)} s\n`)
  }
  await analyseRecords(db)
}
