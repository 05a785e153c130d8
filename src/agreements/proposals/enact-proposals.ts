import type { Knex } from 'knex'
import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { findAgency } from '../../agencies/agency-store.ts'
import { agreementFrom } from '../agreement-entry.ts'
import { agree, latestVersions, setState } from '../agreement-store.ts'
import { addApproval } from '../approval-store.ts'
import { recordDecision } from '../decisions/decision-store.ts'
import { presumption } from '../roads/cluster.ts'
import { relyOn, standsStill } from '../roads/relied-store.ts'
import { presumedFrom } from './proposal.ts'
import { approvedInCluster, presume, settleProposal, takeApproved, notPresumed } from './approved-proposal-store.ts'

/**
 * Puts in force what a second person has approved, and what counts as approved since nobody objected in time. Looks for
 * precedents of new ones. With the worker's role; done twice it does nothing.
 */
export async function enactProposals(db: Db, now: Date): Promise<void> {
  await inTransaction(db, presumeInClusters)
  await inTransaction(db, async (tx) => {
    for (const proposal of await takeApproved(tx, now)) await enact(tx, proposal, now)
  })
}

async function presumeInClusters(tx: Knex.Transaction): Promise<void> {
  for (const { id, agencyId, terms, proposedAt } of await notPresumed(tx)) {
    const approved = await latestVersions(tx, await approvedInCluster(tx, agencyId))
    const asker = await findAgency(tx, agencyId)
    const holder = terms.holder === undefined ? undefined : await findAgency(tx, terms.holder)
    const presumed = presumption(terms, { asker, holder, approved })
    if (presumed) await presume(tx, id, presumed.precedent, presumedFrom(proposedAt))
  }
}

type Approved = Awaited<ReturnType<typeof takeApproved>>[number]

async function enact(tx: Knex.Transaction, proposal: Approved, now: Date): Promise<void> {
  const { id, agencyId, agreementId, terms, baseVersion, way, names, gone, precedent } = proposal
  const [before] = await latestVersions(tx, [agreementId])
  if (gone || (before?.version ?? null) !== baseVersion || (before && before.agencyId !== agencyId)) {
    return settleProposal(tx, id, 'overtaken')
  }
  if (terms.starts_on !== undefined && terms.starts_on > ukToday(now)) return
  if (proposal.review?.keep === 'end') return end(tx, proposal, now)
  const relies = way === 'relied'
  if (relies && !(await standsStill(tx, precedent, terms, ukToday(now)))) return settleProposal(tx, id, 'overtaken')
  const agreement = agreementFrom(terms, agencyId, (baseVersion ?? 0) + 1)
  await agree(tx, agreement, now)
  const approval = { way: way ?? 'operator', names, proposalId: id, precedent: precedent ?? undefined }
  await addApproval(tx, agreement, approval, now)
  if (relies) await relyOn(tx, agreementId, precedent)
  await settleProposal(tx, id, 'in-force')
  const { version } = agreement
  const decision = { agreementId, version, proposalId: id, role: 'service' as const }
  if (way === 'presumed') await recordDecision(tx, { ...decision, act: 'presumed' }, now)
  await recordDecision(tx, { ...decision, act: proposal.review ? 'renewed' : 'in-force' }, now)
  // Of what a person decided its body has heard.
  if (way === 'presumed') await queueNotice(tx, { to: { agency: agencyId }, kind: 'agreement-decided', key: id })
}

/** As its review asked. */
async function end(tx: Knex.Transaction, proposal: Approved, now: Date): Promise<void> {
  const { id, agreementId, baseVersion: version, review } = proposal
  await setState(tx, agreementId, 'ended', now)
  await settleProposal(tx, id, 'in-force')
  const words = review && { en: review.benefit }
  await recordDecision(tx, { agreementId, version, proposalId: id, act: 'ended', role: 'service', words }, now)
}
