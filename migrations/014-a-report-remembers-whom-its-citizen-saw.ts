import type { Knex } from 'knex'

/**
 * Fan-out may come hours after the report, when a worker was away. An agreement made or widened in between was not on
 * the page that the citizen sent, so it is not told, or not more than was shown.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table reports add column told jsonb;
    comment on column reports.told is
      'agreement id to the version shown to the citizen; null in reports from before this was kept';
  `)
}
