import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Decision, NewDecision } from './decision.ts'

/** In the transaction of what was decided; in the context of its body, an operator's, or with the worker's role. */
export async function recordDecision(tx: Db, decision: NewDecision, now: Date): Promise<void> {
  await tx('agreement_decisions').insert({
    ...{ agreement_id: decision.agreementId, version: decision.version ?? null, at: now },
    ...{ proposal_id: decision.proposalId ?? null, act: decision.act, role: decision.role },
    ...{ agency_id: decision.agencyId ?? null, category: decision.category ?? null },
    words: decision.words ? JSON.stringify(decision.words) : null,
  })
}

/** The latest first. Anybody may read them. */
export const decisionsOf = (db: Db, agreementId: string) =>
  select(db, (rows) => rows.where({ agreement_id: agreementId }))

/** The latest first. */
export const decisionsOfProposal = (db: Db, proposalId: string) =>
  select(db, (rows) => rows.where({ proposal_id: proposalId }))

interface Row {
  id: string
  agreement_id: string
  version: number | null
  proposal_id: string | null
  act: Decision['act']
  role: Decision['role']
  agency_id: string | null
  category: string | null
  words: Decision['words']
  at: Date
}

async function select(db: Db, which: (rows: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<Decision[]> {
  const rows = (await which(db('agreement_decisions').orderBy('id', 'desc'))) as Row[]
  return rows.map((row) => ({
    ...{ id: row.id, agreementId: row.agreement_id, version: row.version, proposalId: row.proposal_id },
    ...{ act: row.act, role: row.role, agencyId: row.agency_id, category: row.category },
    ...{ words: row.words, at: row.at },
  }))
}
