import type { Config } from '../config.ts'
import { withDatabase } from '../demo/database/provide-database.ts'
import { openDatabase, type Db } from '../shared/database.ts'

/**
 * A connection for an operator's command to the database that `npm start` uses, running or not. In production the one
 * of the settings, as the role they name: a command never makes roles there or migrates.
 */
export function withCommandDatabase<Result>(config: Config, work: (db: Db) => Promise<Result>): Promise<Result> {
  const { url, migrateUrl } = config.database
  if (config.production && url) return withPool(url, work)
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const options = { dataDir: config.dataDir, databaseUrl: url, migrateDatabaseUrl: migrateUrl, log }
  return withDatabase(options, (urls) => withPool(urls.worker, work))
}

async function withPool<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = openDatabase(url, { max: 2 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
