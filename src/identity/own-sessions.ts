import { Router } from 'express'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { formatDateTime } from '../shared/dates.ts'
import { takes } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { signedIn } from './access-rules.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { personOf } from './person.ts'
import { endOtherSessions, sessionsOf } from './session-store.ts'

const content = { en, cy }

/** Where I am signed in, and ending it elsewhere (OWASP ASVS 5.0, 7.4.5 and 7.5.2). */
export function ownSessionRoutes({ db, clock }: { db: Db; clock: Clock }): Router {
  const router = Router()

  router.get('/sessions', signedIn, async (req, res) => {
    const words = content[req.language].sessions
    const sessions = await sessionsOf(db, personOf(req).accountId, req.sessionID, clock())
    const inWords = (time: Date) => formatDateTime(time, req.language)
    renderPage(req, res, 'identity/sessions.njk', {
      title: words.title,
      words,
      sessions: sessions.map((one) => ({
        ...one,
        signedInAt: inWords(one.signedInAt),
        lastSeenAt: inWords(one.lastSeenAt),
      })),
    })
  })

  router.post('/sessions', signedIn, takes(), async (req, res) => {
    await endOtherSessions(db, personOf(req).accountId, req.sessionID)
    res.redirect(303, '/sessions')
  })

  return router
}
