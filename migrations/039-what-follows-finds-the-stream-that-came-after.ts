import type { Knex } from 'knex'

/**
 * A body that deletes its stream and makes another is told there what follows what it was told: that it is corrected, or
 * no longer stands. Streams with something that follows are found by skipping through the index.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index deliveries_following on deliveries (subscription_id)
      where after_id is not null and state in ('due', 'waiting')
  `)
}
