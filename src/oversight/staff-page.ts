import type { Request, Response } from 'express'
import { homeOf, staffOf } from '../identity/staff/staff.ts'
import { inLanguage } from '../shared/language.ts'
import { renderPage, type PageData } from '../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { takeStaffDone } from './staff-done.ts'

const words = { en, cy }

/**
 * A page for staff: above its heading stands whom they work for, and once what they have just done. Templates extend
 * `oversight/layout.njk`.
 */
export function renderStaffPage(req: Request, res: Response, template: string, data: PageData): void {
  const staff = staffOf(req)
  const { operators } = words[req.language]
  const caption = staff.agencyName ? inLanguage(staff.agencyName, req.language) : operators
  const done = req.method === 'GET' ? takeStaffDone(req) : undefined
  renderPage(req, res, template, { caption, home: homeOf(staff), role: staff.role, done, ...data })
}
