import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import { latestVersions } from '../../agreements/agreement-store.ts'
import { decideProposal, findProposal, isSamePerson } from '../../agreements/proposals/proposal-store.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { inLanguage, type Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound, Refusal } from '../../shared/refusal.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { typeOf } from './list.ts'
import { eventName, placeOf, words } from './place.ts'
import { rowsOf } from './proposal-rows.ts'
import type { ProposalParts } from './routes.ts'

interface Typed {
  decision: string
  reason: string
}

export async function showProposal(
  { db, events }: ProposalParts,
  req: Request,
  res: Response,
  typed: Typed = { decision: '', reason: '' },
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const { context, path, agencyId } = placeOf(req)
  const id = idOf(req)
  const { proposal, agency, before } = await inContext(db, context, async (tx) => {
    const proposal = await findProposal(tx, id)
    const agency = proposal && (await findAgency(tx, proposal.agencyId))
    if (!proposal || !agency) throw notFound()
    const [before] = await latestVersions(tx, [proposal.agreementId])
    return { proposal, agency, before: proposal.baseVersion === null ? undefined : before }
  })
  const text = words[language].one
  const name = eventName(typeOf(proposal), language, events)
  const isOthers = proposal.agencyId !== agencyId
  renderStaffPage(req, res, 'oversight/proposals/one.njk', {
    ...{ title: text.title(name, inLanguage(agency.name, language)), words: text, typed, errors },
    ...{ path: `${path}/${id}`, back: path },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    rows: rowsOf(proposal, before, language, events),
    mayDecide: proposal.state === 'proposed' && isOthers && ['admin', 'operator'].includes(staffOf(req).role),
  })
}

/** By an operator, or by an administrator of the same cluster: the database lets nobody else, and nobody decide their own. */
export async function decideOne(parts: ProposalParts, req: Request, res: Response): Promise<void> {
  const typed = { decision: textField(req.body, 'decision'), reason: textField(req.body, 'reason') }
  const errors = mistakesIn(typed, req.language)
  if (errors.length > 0) return showProposal(parts, req, res, typed, errors)
  const { context, path, agencyId } = placeOf(req)
  const [id, staff, now] = [idOf(req), staffOf(req), parts.clock()]
  const state = typed.decision === 'approve' ? 'approved' : 'declined'
  await inContext(parts.db, context, async (tx) => {
    const proposal = await findProposal(tx, id)
    if (!proposal) throw notFound()
    if (proposal.agencyId === agencyId || (await isSamePerson(tx, proposal.proposedBy, staff.id))) {
      throw new Refusal('forbidden', 'Nobody approves what their own body proposes')
    }
    const way = agencyId === null ? ('operator' as const) : ('cluster' as const)
    const reason = typed.reason === '' ? null : typed.reason
    if (!(await decideProposal(tx, id, { state, way, by: staff.id, reason }, now))) {
      throw new Refusal('conflict', 'This was decided before')
    }
    const said = { action: `proposal-${state}`, target: id, ...(reason !== null && { reason }), at: now }
    await recordAction(tx, { staff, agencyId: proposal.agencyId, ...said })
  })
  noteStaffDone(req, `proposal-${state}`)
  res.redirect(303, path)
}

function idOf(req: Request): string {
  const id = String(req.params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}

function mistakesIn({ decision, reason }: Typed, language: Language): FieldError[] {
  const text = words[language].one
  if (decision !== 'approve' && decision !== 'decline') return [{ field: 'decision', message: text.missing }]
  return decision === 'decline' && reason === '' ? [{ field: 'reason', message: text.missingReason }] : []
}
