import type { Request, Response } from 'express'
import { listAgencies } from '../../agencies/agency-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import { inContext } from '../../shared/database.ts'
import { inLanguage } from '../../shared/language.ts'
import { renderStaffPage } from '../staff-page.ts'
import { openWork } from './operator-store.ts'
import type { OperatorParts } from './routes.ts'
import { words } from './words.ts'

/** All bodies by name, those that wait for somebody first. */
export async function showAgencies({ db }: OperatorParts, req: Request, res: Response): Promise<void> {
  const { agencies, open } = await inContext(db, { operator: true }, async (tx) => ({
    agencies: await listAgencies(tx),
    open: await openWork(tx),
  }))
  const text = words[req.language].agencies
  const rows = agencies.map((agency) => ({
    href: `/operator/agencies/${agency.id}`,
    name: inLanguage(agency.name, req.language),
    standing: standingOf(agency),
    tag: text.standings[standingOf(agency)],
  }))
  const first = (row: { standing: Standing }) => ORDER.indexOf(row.standing)
  renderStaffPage(req, res, 'oversight/operator/agencies.njk', {
    ...{ title: text.title, words: text },
    agencies: rows.toSorted((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, req.language)),
    requests: open.requests > 0 ? text.waiting(open.requests) : '',
    proposals: open.proposals > 0 ? text.proposals(open.proposals) : '',
    seals: open.seals > 0 ? text.seals(open.seals) : '',
  })
}

export type Standing = 'pending' | 'live' | 'paused' | 'off-boarded'

export function standingOf({ state, active }: Pick<Agency, 'state' | 'active'>): Standing {
  if (state === 'off-boarded' || state === 'pending') return state
  return active ? 'live' : 'paused'
}

const ORDER: readonly Standing[] = ['pending', 'paused', 'live', 'off-boarded']
