import { v7 as uuidv7 } from 'uuid'
import type { Knex } from 'knex'
import type { Db } from '../../shared/database.ts'
import type { Proposal } from './proposal.ts'
import { toProposal, type ProposalRow } from './proposal-rows.ts'
import { refuse, sent } from './sent-store.ts'

export type NewProposal = Pick<Proposal, 'agencyId' | 'agreementId' | 'terms' | 'baseVersion' | 'proposedBy'> &
  Paperwork &
  Partial<Pick<Proposal, 'road' | 'review'>> & {
    /** Sent at once, unless said. */
    state?: 'draft' | 'proposed'
  }

export interface Paperwork {
  /** How many questions its form asked. */
  questions?: number
  /** How long it took, as the body says. */
  minutes?: number | null
}

/**
 * In its body's context; who may be the second person hears of it.
 *
 * @returns its id; undefined while another about the same agreement is open.
 * @throws Refusal `invalid` for what is not for sharing
 */
export async function addProposal(tx: Knex.Transaction, proposal: NewProposal, now: Date): Promise<string | undefined> {
  const id = uuidv7()
  const { agencyId, agreementId, terms, baseVersion, proposedBy, state = 'proposed', road = 'full' } = proposal
  await refuse(tx, proposal)
  const { rowCount } = (await tx.raw(
    `insert into grant_proposals (id, agency_id, agreement_id, terms, base_version, proposed_by, proposed_at, state, road,
       holder_id, questions, minutes, review)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (agreement_id) where state in ('draft', 'proposed', 'considered', 'approved') do nothing`,
    [
      ...[id, agencyId, agreementId, JSON.stringify(terms), baseVersion, proposedBy, now, state, road],
      ...[terms.holder ?? null, proposal.questions ?? 0, proposal.minutes ?? null],
      proposal.review ? JSON.stringify(proposal.review) : null,
    ] as string[],
  )) as unknown as { rowCount: number }
  if (rowCount !== 1) return undefined
  if (state === 'proposed') await sent(tx, { id, agencyId, agreementId, review: proposal.review ?? null }, now)
  return id
}

/** Writes over a draft of the context's body, or sends it. @returns false where it is no draft any more. */
export async function changeDraft(
  tx: Knex.Transaction,
  { id, ...proposal }: NewProposal & { id: string },
  now: Date,
): Promise<boolean> {
  const { agencyId, agreementId, terms, baseVersion, proposedBy, state = 'proposed' } = proposal
  await refuse(tx, proposal)
  const changed = await tx<ProposalRow>('grant_proposals')
    .where({ id, state: 'draft' })
    .update({
      ...{ terms: JSON.stringify(terms) as unknown as ProposalRow['terms'], base_version: baseVersion },
      ...{ proposed_by: proposedBy, proposed_at: now, state },
      ...{ questions: proposal.questions ?? 0, minutes: proposal.minutes ?? null },
    })
  if (changed === 1 && state === 'proposed') await sent(tx, { id, agencyId, agreementId }, now)
  return changed === 1
}

/** All that the context may see: a body's own and those of others it may be the second person for; an operator's all. */
export async function listProposals(tx: Db, most: number): Promise<Proposal[]> {
  const rows = await tx<ProposalRow>('grant_proposals').orderBy('proposed_at', 'desc').limit(most)
  return rows.map(toProposal)
}

/** Undefined for one that the context may not see. */
export async function findProposal(tx: Db, id: string): Promise<Proposal | undefined> {
  const row = await tx<ProposalRow>('grant_proposals').where({ id }).first()
  return row && toProposal(row)
}

/** The one about this agreement that is not done with, as far as the context may see it. */
export async function openProposal(tx: Db, agreementId: string): Promise<Proposal | undefined> {
  const row = await tx<ProposalRow>('grant_proposals')
    .where({ agreement_id: agreementId })
    .whereIn('state', ['draft', 'proposed', 'considered', 'approved'])
    .first()
  return row && toProposal(row)
}

/** Whether two members are one person: by their login or their address, wherever and whenever they are or were members. */
export async function isSamePerson(tx: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { same: boolean }[] }>('select same_person(?, ?) as same', [one, other])
  return rows[0]?.same ?? false
}
