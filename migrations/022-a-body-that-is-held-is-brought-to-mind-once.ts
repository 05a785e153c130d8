import type { Knex } from 'knex'

/** Whoever asked for a body to be held may forget it: they are reminded, once. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries add column reminded_at timestamptz;
    comment on column deliveries.reminded_at is 'when its citizen was reminded that it waits for them';
    create index deliveries_held on deliveries (created_at) where state = 'held' and reminded_at is null;
  `)
}
