import type { Request, Response } from 'express'
import { renderPage } from '../../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { homeOf } from './staff.ts'

const content = { en, cy }

export const STAFF_SIGN_OUT = '/staff/sign-out'

/** How signing in for one's work can end without it. Each is a page of its own. */
export const staffProblems = ['cancelled', 'busy', 'not-allowed', 'failed', 'expired', 'not-known'] as const
export type StaffProblem = (typeof staffProblems)[number]

export const statusOfStaffProblem: Record<StaffProblem, number> = {
  cancelled: 403,
  busy: 503,
  'not-allowed': 403,
  failed: 500,
  expired: 400,
  'not-known': 403,
}

export const staffProblemPath = (problem: StaffProblem) => `/staff/sign-in/problem/${problem}`

/** Also the answer to a callback: the links to the other language lead to the page's own address. */
export function showStaffProblem(req: Request, res: Response, problem: StaffProblem) {
  const { title, paragraphs, link } = content[req.language].problems[problem]
  renderPage(req, res, 'identity/message.njk', {
    title,
    paragraphs,
    link: { text: link, href: problem === 'not-known' ? STAFF_SIGN_OUT : '/staff/sign-in' },
    status: statusOfStaffProblem[problem],
    path: staffProblemPath(problem),
  })
}

/** For somebody who is signed in and may not see this page. */
export function showNoAccess(req: Request, res: Response) {
  const { title, paragraphs, link } = content[req.language].noAccess
  const href = req.staff ? homeOf(req.staff) : '/'
  renderPage(req, res, 'identity/message.njk', { title, paragraphs, link: { text: link, href }, status: 403 })
}

export function showStaffSignedOut(req: Request, res: Response) {
  const { title, paragraphs, link } = content[req.language].signedOut
  const path = '/staff/signed-out'
  renderPage(req, res, 'identity/message.njk', {
    title,
    paragraphs,
    link: { text: link, href: '/staff/sign-in' },
    path,
  })
}
