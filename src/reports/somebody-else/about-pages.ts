import type { Request, Response } from 'express'
import { renderPage } from '../../web/page.ts'
import { aboutWords } from '../content/about-words.ts'
import { paths } from '../paths.ts'

/** Who can report a death, what they need, and both ways to sign in. */
export const showReportADeath = (req: Request, res: Response) =>
  showStart(req, res, 'reportADeath', paths.event('death'))

/** Before signing in: what will be done, and whom to phone meanwhile. */
export const showReportedAsDead = (req: Request, res: Response) =>
  showStart(req, res, 'reportedAsDead', paths.reportedAbout)

function showStart(req: Request, res: Response, page: 'reportADeath' | 'reportedAsDead', href: string): void {
  const words = aboutWords[req.language][page]
  renderPage(req, res, 'reports/start.njk', { title: words.title, words, href })
}
