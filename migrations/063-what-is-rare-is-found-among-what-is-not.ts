import type { Knex } from 'knex'

/**
 * A body's staff look for what was given up, may not be told or waits for another: rare among what was delivered, and so
 * not to be found by reading through all of it. Nothing that is delivered at once ever stands in this index.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index deliveries_that_are_rare on deliveries (agency_id, state, created_at, id)
      where state in ('given-up', 'not-allowed', 'waiting')
  `)
}
