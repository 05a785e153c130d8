import type { Knex } from 'knex'

/**
 * By what it waits for and nothing else, so that no plan reads all that waits instead: what comes after another is rare
 * enough to stay in these when it no longer waits.
 */
export const up = (db: Knex) =>
  db.raw(`
    drop index deliveries_waiting;
    drop index deliveries_behind;
    create index deliveries_after on deliveries (after_id) where after_id is not null;
    create index deliveries_behind on deliveries (behind_id) where behind_id is not null;
  `)
