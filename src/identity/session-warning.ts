import { Router, type Request, type RequestHandler } from 'express'
import type { Clock } from '../shared/clock.ts'
import { anyone } from '../web/access.ts'
import { takes } from '../web/form.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { problemPath } from './pages.ts'
import { isSignedIn, lastEnd, SESSION_PATH, sessionEnd } from './session.ts'
import { cy as staffCy } from './staff/content/cy.ts'
import { en as staffEn } from './staff/content/en.ts'
import { STAFF_SIGN_OUT, staffProblemPath } from './staff/pages.ts'

const content = { en, cy }
const staffContent = { en: staffEn, cy: staffCy }

/**
 * What the layout needs to warn people before their session ends, and to let them stay (OWASP ASVS 5.0 7.3, WCAG 2.2
 * success criterion 2.2.1). The warning itself is the page's script; the end is the server's.
 */
export function warnBeforeEnd(clock: Clock): RequestHandler {
  return (req, res, next) => {
    if (isSignedIn(req.session)) {
      const words = req.session.staffId === undefined ? forCitizens : forStaff
      res.locals['sessionWarning'] = { ...words(req), ...left(req, clock), action: SESSION_PATH }
    }
    next()
  }
}

const forCitizens = ({ language }: Request) => ({
  ...content[language].warning,
  ended: problemPath('expired'),
  leave: '/sign-out',
})

const forStaff = ({ language }: Request) => ({
  ...content[language].warning,
  ...staffContent[language].warning,
  ended: staffProblemPath('expired'),
  leave: STAFF_SIGN_OUT,
})

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

interface Left {
  /** In seconds. */
  endsIn: number
  /** How long at most, whatever somebody does to stay. */
  last: number
  /** Where it says that somebody signed out, in this tab or another. */
  signedOut?: string
}

function left({ session }: Request, clock: Clock): Left {
  if (!isSignedIn(session)) return { endsIn: 0, last: 0, ...(session.signedOut && { signedOut: session.signedOut }) }
  const until = (end: Date) => Math.max(0, Math.round((end.getTime() - clock().getTime()) / 1000))
  return { endsIn: until(sessionEnd(session)), last: until(lastEnd(session)) }
}
