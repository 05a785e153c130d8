import type { Knex } from 'knex'

/** Few records correct another: only those stand in this index. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index access_records_by_superseded on access_records (subject_ref, supersedes) where supersedes is not null;
  `)
}
