import type { Knex } from 'knex'

/** How well what a body is told fits its files shows in its answers: of each delivery the latest, by the months. */
export async function up(db: Knex): Promise<void> {
  await db.raw('create index outcomes_of_agency on outcomes (agency_id, received_at)')
}
