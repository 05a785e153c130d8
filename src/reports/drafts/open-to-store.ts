import type { Knex } from 'knex'
import type { Owner } from '../owner.ts'

/**
 * Of these drafts, those that this person may see: who has not proved who they are sees nothing that was written with a
 * proof, and no correction of a report that was sent or corrected with one.
 */
export const openTo = <Query extends Knex.QueryBuilder>({ proved }: Pick<Owner['person'], 'proved'>, drafts: Query) =>
  proved ? drafts : (drafts.whereRaw(WITHOUT_PROOF) as Query)

const WITHOUT_PROOF = `not drafts.proved
  and not exists (select from reports r where r.id = drafts.corrects_report_id and r.proved)`
