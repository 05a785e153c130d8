import type { Knex } from 'knex'

/** After a restore a person may open another log, under another origin: places in the earlier one go on holding there. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table access_record_places add column origin text not null;
    alter table sealed_access_record_places add column origin text not null;
  `)
}
