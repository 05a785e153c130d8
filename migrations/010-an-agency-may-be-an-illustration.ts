import type { Knex } from 'knex'

/** Sample bodies bear real names. That they have agreed to nothing is a fact about each, and pages say it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`alter table agencies add column illustration boolean not null default false`)
}
