import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Proposal } from '../../agreements/proposals/proposal.ts'
import { listProposals } from '../../agreements/proposals/proposal-store.ts'
import { staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { formatDate, ukToday } from '../../shared/dates.ts'
import { inLanguage } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { eventName, placeOf, words } from './place.ts'
import type { ProposalParts } from './routes.ts'

const MOST = 200

const OPEN: readonly Proposal['state'][] = ['proposed', 'considered']

export async function showProposals({ db, events }: ProposalParts, req: Request, res: Response): Promise<void> {
  const { language } = req
  const { context, path, agencyId } = placeOf(req)
  const { proposals, agencies } = await inContext(db, context, async (tx) => ({
    proposals: await listProposals(tx, MOST),
    agencies: new Map((await listAgencies(tx)).map(({ id, name }) => [id, inLanguage(name, language)])),
  }))
  const text = words[language].list
  const line = (proposal: Proposal) => ({
    href: `${path}/${proposal.id}`,
    name: `${agencies.get(proposal.agencyId) ?? ''}: ${eventName(typeOf(proposal), language, events)}`,
    proposed: text.proposed(formatDate(ukToday(proposal.proposedAt), language)),
    state: text.states[proposal.state],
  })
  const own = proposals.filter((one) => agencyId === null || one.agencyId === agencyId)
  const others = proposals.filter((one) => agencyId !== null && one.agencyId !== agencyId && OPEN.includes(one.state))
  renderStaffPage(req, res, 'oversight/proposals/list.njk', {
    ...{ title: agencyId === null ? words[language].operatorTitle : text.title, words: text },
    ...{ own: own.map(line), others: others.map(line), ofAgency: agencyId !== null },
    mayPropose: staffOf(req).role === 'admin',
  })
}

export const typeOf = ({ terms }: Proposal) => terms.events[0]?.type ?? ''
