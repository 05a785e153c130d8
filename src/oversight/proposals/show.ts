import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import { latestVersions } from '../../agreements/agreement-store.ts'
import { clockOf } from '../../agreements/proposals/clocks.ts'
import type { Proposal } from '../../agreements/proposals/proposal.ts'
import { findProposal } from '../../agreements/proposals/proposal-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { TypedDecision } from './decision-form.ts'
import { typeOf } from './list.ts'
import { eventName, placeOf, words } from './place.ts'
import { rowsOf } from './proposal-rows.ts'
import type { ProposalParts } from './routes.ts'

const NOTHING: TypedDecision = { decision: '', reason: '', category: '', withholding: '' }

export async function showProposal(
  { db, clock, events }: ProposalParts,
  req: Request,
  res: Response,
  typed: TypedDecision = NOTHING,
  errors: FieldError[] = [],
): Promise<void> {
  const { language } = req
  const { context, path } = placeOf(req)
  const id = idOf(req)
  const { proposal, agency, before, holder } = await inContext(db, context, async (tx) => {
    const proposal = await findProposal(tx, id)
    const agency = proposal && (await findAgency(tx, proposal.agencyId))
    if (!proposal || !agency) throw notFound()
    const [before] = await latestVersions(tx, [proposal.agreementId])
    const holder = proposal.holderId === null ? undefined : await findAgency(tx, proposal.holderId)
    return { proposal, agency, holder: holder?.name, before: proposal.baseVersion === null ? undefined : before }
  })
  const text = words[language].one
  const name = eventName(typeOf(proposal), language, events)
  renderStaffPage(req, res, 'oversight/proposals/one.njk', {
    ...{ title: text.title(name, inLanguage(agency.name, language)), words: text, typed, errors },
    ...{ path: `${path}/${id}`, back: path },
    messages: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    rows: rowsOf(proposal, { before, holder, clock: clockOf(proposal, ukToday(clock())), language, events }),
    categories: Object.entries(text.categories).map(([value, label]) => ({
      ...{ value, text: label, checked: typed.category === value },
    })),
    ...whatCanBeDone(req, proposal),
  })
}

/** An administrator goes on with, or takes back, what their body asked; of others they decide. */
function whatCanBeDone(req: Request, proposal: Proposal) {
  const { agencyId } = placeOf(req)
  const { role } = staffOf(req)
  const { state, road } = proposal
  const mayAct = ['admin', 'operator'].includes(role)
  const isOwn = proposal.agencyId === agencyId
  const isOpen = state === 'proposed' || state === 'considered'
  return {
    mayDecide: mayAct && !isOwn && isOpen,
    mayConsider: mayAct && !isOwn && state === 'proposed',
    mayWithdraw: mayAct && isOwn && (isOpen || state === 'draft'),
    ...(mayAct &&
      isOwn &&
      state === 'draft' &&
      road !== 'ask-once' && { goOn: `/agency/proposals/new/${typeOf(proposal)}` }),
  }
}

export function idOf(req: Request): string {
  const id = String(req.params['id'])
  if (!isUuid(id)) throw notFound()
  return id
}
