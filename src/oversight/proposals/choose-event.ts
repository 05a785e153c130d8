import type { Request, Response } from 'express'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import { renderStaffPage } from '../staff-page.ts'
import { words } from './place.ts'
import type { ProposalParts } from './routes.ts'

/** One link for each event: what it can tell differs. */
export function showChoice({ events = lifeEvents }: ProposalParts, req: Request, res: Response): void {
  const text = words[req.language].choose
  const links = events.map(({ type, words: of }) => ({
    href: `/agency/proposals/new/${type}`,
    text: of[req.language].short,
  }))
  renderStaffPage(req, res, 'oversight/proposals/choose.njk', { title: text.title, words: text, links })
}
