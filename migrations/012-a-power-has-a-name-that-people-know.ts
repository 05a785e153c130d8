import type { Knex } from 'knex'

/** An address at legislation.gov.uk proves the law; its name is what a citizen can read and repeat. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`alter table agreement_versions add column power_name jsonb`)
}
