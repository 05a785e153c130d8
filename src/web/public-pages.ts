import { Router, type Request, type Response } from 'express'
import { DAY, later, type Clock } from '../shared/clock.ts'
import { formatDate } from '../shared/dates.ts'
import { anyone } from './access.ts'
import { cy } from './content/pages-cy.ts'
import { en } from './content/pages-en.ts'
import { renderPage } from './page.ts'
import { securityText } from './security-text.ts'
import { sessionCookieName } from './session.ts'

export interface PublicPageParts {
  /** Without a slash at the end. */
  baseUrl: string
  clock: Clock
}

const words = { en, cy }

// When the statement was last looked through; the law asks for a review every year.
const STATEMENT_REVIEWED = '2026-11-22'

/** What anyone may read before signing in. */
export function publicPages({ baseUrl, clock }: PublicPageParts): Router {
  const router = Router()

  router.get('/', anyone, (req, res) => {
    const { start } = words[req.language]
    renderPage(req, res, 'web/start.njk', { title: start.title, words: start })
  })

  router.get('/cookies', anyone, (req, res) => {
    const { cookies } = words[req.language]
    const sessionCookie = sessionCookieName(baseUrl.startsWith('https:'))
    renderPage(req, res, 'web/cookies.njk', { title: cookies.title, words: cookies, sessionCookie })
  })

  router.get('/privacy', anyone, (req, res) => showArticle(req, res, 'privacy'))

  router.get('/accessibility-statement', anyone, (req, res) => {
    const { preparation, prepared } = words[req.language].accessibility
    const date = formatDate(STATEMENT_REVIEWED, req.language)
    showArticle(req, res, 'accessibility', { heading: preparation, blocks: [prepared(date)] })
  })

  router.get('/contact', anyone, (req, res) => showArticle(req, res, 'contact'))

  router.get('/.well-known/security.txt', anyone, (_req, res) => {
    res.type('text/plain').send(securityText(baseUrl, later(clock(), EXPIRES_AFTER)))
  })

  return router
}

// RFC 9116, 2.5.5 wants less than a year, so that nobody relies on words that were forgotten.
const EXPIRES_AFTER = 180 * DAY

function showArticle(
  req: Request,
  res: Response,
  name: 'privacy' | 'accessibility' | 'contact',
  closing?: { heading: string; blocks: string[] },
): void {
  const article = words[req.language][name]
  renderPage(req, res, 'web/article.njk', { title: article.title, words: article, closing })
}
