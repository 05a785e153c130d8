import type { Db } from './database.ts'

/** Names of the migrations that the database has. Any of our roles may ask. */
export const migrationsOf = (db: Db): Promise<string[]> => db<{ name: string }>('migrations').pluck('name')
