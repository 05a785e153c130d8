import type { Knex } from 'knex'

/**
 * Claims take a few from each subscription that has something due, so that one with a backlog cannot keep the others
 * waiting: the index leads with the subscription. And the worker prunes what limits of rates have left behind.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index deliveries_due_by_lane on deliveries (subscription_id, next_attempt_at, id) where state = 'due';
    drop index deliveries_due;
    grant select, delete on rate_limits to tell_us_once_worker;
  `)
}
