import { readConfig } from '../config.ts'
import { inWords } from '../run-process.ts'
import { rewrapHeaders } from '../subscriptions/rewrap-headers.ts'
import { rewrapDataKeys } from '../vault/data-key-store.ts'
import { withCommandDatabase } from './command-database.ts'

const USAGE = `Usage:
  npm run keys -- rewrap   wraps with the first key of DATA_KEYS whatever an older one of them still wraps`

const AND_NOW =
  'Sessions hold an older key for two hours at most, and only to leave One Login too. Then it can go from DATA_KEYS.'

/** Ends with 0, with 1 when something went wrong, with 2 when it was called wrongly. */
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`)
  return 1
})

/** Row by row, so that it can be broken off and called again, while the service runs. */
async function run([verb, ...rest]: string[]): Promise<number> {
  if (verb !== 'rewrap' || rest.length > 0) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const config = readConfig()
  const [keys, headers] = await withCommandDatabase(config, async (db) => [
    await rewrapDataKeys(db, config.vault),
    await rewrapHeaders(db, config.vault),
  ])
  process.stdout.write(`Rewrapped: ${keys} data keys, ${headers} headers of receivers.\n${AND_NOW}\n`)
  return 0
}
