import { Router, type Request, type RequestHandler } from 'express'
import type { Clock } from '../shared/clock.ts'
import { anyone } from '../web/access.ts'
import { takes } from '../web/form.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { problemPath } from './pages.ts'
import { lastEnd, SESSION_PATH, sessionEnd } from './session.ts'

const content = { en, cy }

/**
 * What the layout needs to warn people before their session ends, and to let them stay (OWASP ASVS 5.0 7.3, WCAG 2.2
 * success criterion 2.2.1). The warning itself is the page's script; the end is the server's.
 */
export function warnBeforeEnd(clock: Clock): RequestHandler {
  return (req, res, next) => {
    if (req.session.accountId !== undefined) {
      res.locals['sessionWarning'] = {
        ...content[req.language].warning,
        ...left(req, clock),
        action: SESSION_PATH,
        ended: problemPath('expired'),
      }
    }
    next()
  }
}

/** How long the session lasts, in seconds; asking does not make it longer, sending does. */
export function sessionRoutes(clock: Clock): Router {
  const router = Router()
  const answer: RequestHandler = (req, res) => {
    res.json(left(req, clock))
  }
  router.get(SESSION_PATH, anyone, answer)
  router.post(SESSION_PATH, anyone, takes(), answer)
  return router
}

/** In seconds. `last`: how long at most, whatever somebody does to stay. */
function left({ session }: Request, clock: Clock): { endsIn: number; last: number } {
  if (session.accountId === undefined) return { endsIn: 0, last: 0 }
  const until = (end: Date) => Math.max(0, Math.round((end.getTime() - clock().getTime()) / 1000))
  return { endsIn: until(sessionEnd(session)), last: until(lastEnd(session)) }
}
