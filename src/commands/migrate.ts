import { readDatabaseConfig } from '../config.ts'
import { withDatabase } from '../demo/database/provide-database.ts'
import { inWords } from '../run-process.ts'
import { migrateToLatest } from '../shared/migrations.ts'

/** The release step: brings the schema up to date as its owner, and says what it did. */
try {
  const { database, dataDir } = readDatabaseConfig()
  const url = database.migrateUrl ?? database.url
  const done = url ? await migrateToLatest(url) : await migrateEmbedded(dataDir)
  for (const name of done) say(`Ran ${name}`)
  say('The database is up to date.')
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`)
  process.exitCode = 1
}

/** Whoever provides the embedded database brings it up to date, and says so. */
async function migrateEmbedded(dataDir: string): Promise<string[]> {
  await withDatabase({ dataDir, log: say }, () => Promise.resolve())
  return []
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
