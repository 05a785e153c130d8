import type { Knex } from 'knex'
import { queueNotice } from '../../notices/queue-notice.ts'
import type { Db } from '../../shared/database.ts'
import { agreementFrom } from '../agreement-entry.ts'
import { agree, latestVersions } from '../agreement-store.ts'
import { addApproval } from '../approval-store.ts'
import { isPrecedent, presumedFrom } from './proposal.ts'
import {
  approvedInCluster,
  presume,
  settleProposal,
  takeApproved,
  withoutPrecedent,
} from './approved-proposal-store.ts'

/**
 * Puts in force what a second person has approved, and what counts as approved since nobody objected in time. Looks for
 * precedents of new ones. With the worker's role; done twice it does nothing.
 */
export async function enactProposals(db: Db, now: Date): Promise<void> {
  await db.transaction(findPrecedents)
  await db.transaction(async (tx) => {
    for (const proposal of await takeApproved(tx, now)) await enact(tx, proposal, now)
  })
}

async function findPrecedents(tx: Knex.Transaction): Promise<void> {
  for (const { id, agencyId, terms, proposedAt } of await withoutPrecedent(tx)) {
    const approved = await latestVersions(tx, await approvedInCluster(tx, agencyId))
    const precedent = approved.find((agreement) => isPrecedent(agreement, terms))
    if (precedent) await presume(tx, id, precedent.id, presumedFrom(proposedAt))
  }
}

type Approved = Awaited<ReturnType<typeof takeApproved>>[number]

async function enact(tx: Knex.Transaction, proposal: Approved, now: Date): Promise<void> {
  const { id, agencyId, agreementId, terms, baseVersion, way, names, gone, precedent } = proposal
  const [before] = await latestVersions(tx, [agreementId])
  if (gone || (before?.version ?? null) !== baseVersion || (before && before.agencyId !== agencyId)) {
    return settleProposal(tx, id, 'overtaken')
  }
  const agreement = agreementFrom(terms, agencyId, (baseVersion ?? 0) + 1)
  await agree(tx, agreement, now)
  const approval = { way: way ?? 'operator', names, proposalId: id, precedent: precedent ?? undefined }
  await addApproval(tx, agreement, approval, now)
  await settleProposal(tx, id, 'in-force')
  // Of what a person decided its body has heard.
  if (way === 'presumed') await queueNotice(tx, { to: { agency: agencyId }, kind: 'agreement-decided', key: id })
}
