import type { Request, Response } from 'express'
import { renderStaffPage } from '../staff-page.ts'
import type { ConsoleParts } from './routes.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

export function showOverview(_parts: ConsoleParts, req: Request, res: Response): Promise<void> {
  const words = content[req.language].overview
  renderStaffPage(req, res, 'oversight/console/overview.njk', { title: words.title, words })
  return Promise.resolve()
}
