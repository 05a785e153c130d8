import type { Request, Response } from 'express'
import { findProposal, isSamePerson } from '../../agreements/proposals/proposal-store.ts'
import {
  considerProposal,
  decideProposal,
  withdrawProposal,
  type Decider,
} from '../../agreements/proposals/step-store.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { noteStaffDone } from '../staff-done.ts'
import { decisionIn, mistakesIn, typedIn } from './decision-form.ts'
import { placeOf } from './place.ts'
import type { ProposalParts } from './routes.ts'
import { idOf, showProposal } from './show.ts'

/** By an operator, or by an administrator of the same cluster: the database lets nobody else, and nobody decide their own. */
export async function decideOne(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const typed = typedIn(req.body)
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return showProposal(parts, req, res, typed, errors)
  const { context, path } = placeOf(req)
  const [id, staff, now] = [idOf(req), staffOf(req), parts.clock()]
  const done = typed.decision === 'approve' ? 'approved' : 'declined'
  await inContext(parts.db, context, async (tx) => {
    const { decider, agencyId } = await deciderOf(tx, req, id)
    if (!(await decideProposal(tx, id, decisionIn(typed, decider), now))) {
      throw new Refusal('conflict', 'This was decided before')
    }
    const { reason } = typed
    const said = { action: `proposal-${done}`, target: id, ...(reason !== '' && { reason }), at: now }
    await recordAction(tx, { staff, agencyId, ...said })
  })
  noteStaffDone(req, `proposal-${done}`)
  res.redirect(303, path)
}

/** Whoever may decide says that they have begun. */
export async function considerOne(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const { context, path } = placeOf(req)
  const [id, staff, now] = [idOf(req), staffOf(req), parts.clock()]
  await inContext(parts.db, context, async (tx) => {
    const { decider, agencyId } = await deciderOf(tx, req, id)
    if (!(await considerProposal(tx, id, decider, now))) throw new Refusal('conflict', 'This is considered already')
    await recordAction(tx, { staff, agencyId, action: 'proposal-considered', target: id, at: now })
  })
  noteStaffDone(req, 'proposal-considered')
  res.redirect(303, `${path}/${id}`)
}

/** By its own body, as long as nobody has decided. */
export async function withdrawOne(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const { context, path, agencyId } = placeOf(req)
  const [id, staff, now] = [idOf(req), staffOf(req), parts.clock()]
  await inContext(parts.db, context, async (tx) => {
    const proposal = await findProposal(tx, id)
    if (!proposal || proposal.agencyId !== agencyId) throw notFound()
    if (!(await withdrawProposal(tx, proposal, now))) throw new Refusal('conflict', 'This was decided before')
    await recordAction(tx, { staff, action: 'proposal-withdrawn', target: id, at: now })
  })
  noteStaffDone(req, 'proposal-withdrawn')
  res.redirect(303, path)
}

/** @throws Refusal `forbidden` for somebody of the body that asks, and for whoever asked, wherever they are now */
async function deciderOf(tx: Db, req: Request, id: string): Promise<{ decider: Decider; agencyId: string }> {
  const { agencyId } = placeOf(req)
  const { id: by } = staffOf(req)
  const proposal = await findProposal(tx, id)
  if (!proposal) throw notFound()
  if (proposal.agencyId === agencyId || (await isSamePerson(tx, proposal.proposedBy, by))) {
    throw new Refusal('forbidden', 'Nobody approves what their own body proposes')
  }
  const way = agencyId === null ? 'operator' : agencyId === proposal.holderId ? 'holder' : 'cluster'
  return { decider: { way, by, agencyId }, agencyId: proposal.agencyId }
}
