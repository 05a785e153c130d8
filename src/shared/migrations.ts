import { readdir } from 'node:fs/promises'
import type { Knex } from 'knex'
import { openDatabase, type Db } from './database.ts'
import { migrationsOf } from './migration-store.ts'

const DIRECTORY = new URL('../../migrations/', import.meta.url)

/**
 * Brings the schema up to date as the owner; knex's own lock keeps two releases apart.
 *
 * @returns the names of the migrations that were run, empty when there was nothing to do.
 */
export async function migrateToLatest(ownerUrl: string): Promise<string[]> {
  const db = openDatabase(ownerUrl, { max: 2 })
  try {
    const [, names] = (await db.migrate.latest(settings)) as [number, string[]]
    return names
  } finally {
    await db.destroy()
  }
}

/** True when the database has every migration of this code: what `/health/ready` asks. */
export async function isMigrated(db: Db): Promise<boolean> {
  // Not by knex, which makes its own tables first where it does not see them: only the owner may.
  const [wanted, run] = await Promise.all([migrationNames(), migrationsOf(db)])
  return wanted.every((name) => run.includes(name))
}

const migrationNames = async () => (await readdir(DIRECTORY)).filter((name) => name.endsWith('.ts')).sort()

/** Forward only: a change of mind is a new migration. Knex insists on a way back, so ours says no. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: migrationNames,
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const { up } = (await import(new URL(name, DIRECTORY).href)) as Pick<Knex.Migration, 'up'>
    return { up, down: () => Promise.reject(new Error(`${name} cannot be undone`)) }
  },
}

const settings = { migrationSource, tableName: 'migrations' }
