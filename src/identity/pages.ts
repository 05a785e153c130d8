import type { Request, Response } from 'express'
import { renderPage } from '../web/page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { statusOfProblem, type SignInProblem } from './sign-in-problem.ts'

const content = { en, cy }

/** How a page goes on: to another try, or back to the start. */
const next: Record<SignInProblem, string> = {
  cancelled: '/sign-in',
  'not-proved': '/sign-in',
  busy: '/sign-in',
  'not-allowed': '/',
  failed: '/',
  expired: '/sign-in',
}

export const problemPath = (problem: SignInProblem) => `/sign-in/problem/${problem}`

/**
 * Also the answer to a callback, whose address must not be used again: the links to the other language lead to the
 * page's own address.
 */
export function showProblem(req: Request, res: Response, problem: SignInProblem, more: { evidence?: boolean } = {}) {
  const words = content[req.language]
  const { title, paragraphs, link } = words.problems[problem]
  renderPage(req, res, 'identity/problem.njk', {
    title,
    paragraphs: more.evidence ? [...paragraphs, words.evidence] : paragraphs,
    link: { text: link, href: next[problem] },
    ways: problem === 'not-proved' ? words.ways : undefined,
    // Signed in all the same: who holds a registrar's reference needs no more.
    death: problem === 'not-proved' && req.session.accountId !== undefined ? words.death : undefined,
    signOut: req.session.accountId === undefined ? undefined : words,
    status: statusOfProblem[problem],
    path: problemPath(problem),
  })
}

export function showLanding(req: Request, res: Response) {
  const { title, paragraphs, link } = content[req.language].landing
  renderPage(req, res, 'identity/message.njk', {
    title,
    paragraphs,
    link: { text: link, href: '/auth/landing/continue' },
  })
}

export function showSignedOut(req: Request, res: Response) {
  const { title, paragraphs, link } = content[req.language].signedOut
  renderPage(req, res, 'identity/message.njk', {
    title,
    paragraphs,
    link: { text: link, href: '/sign-in' },
    path: '/signed-out',
  })
}
