import { Router, type Request, type Response } from 'express'
import type { Clock } from '../shared/clock.ts'
import { inContext, type Db } from '../shared/database.ts'
import { takes } from '../web/form.ts'
import { anyone, type AccessRule } from '../web/access.ts'
import { readChoices, areWhole } from './choices.ts'
import { showChoices } from './choices-page.ts'
import { showOutbox } from './outbox-page.ts'
import { preferencesOf, savePreferences } from './preference-store.ts'

declare module 'express-session' {
  interface SessionData {
    /** Choices about messages were saved, and the page has not said so yet. */
    choicesSaved: boolean
  }
}

export interface NoticesParts {
  db: Db
  clock: Clock
  /** Identity's: it comes after this room. */
  signedIn: AccessRule
  accountOf: (req: Request) => string
  /** The file of the development machine's outbox; undefined in production, and where GOV.UK Notify is used. */
  outbox: string | undefined
}

export function noticesRoutes({ db, clock, signedIn, accountOf, outbox }: NoticesParts): Router {
  const router = Router()

  router.get('/notifications', signedIn, async (req, res) => {
    const account = accountOf(req)
    const preferences = await inContext(db, { account }, (tx) => preferencesOf(tx, account))
    showChoices(req, res, preferences, { saved: takeSaved(req) })
  })

  router.post(
    '/notifications',
    signedIn,
    takes({ list: ['emails'], single: ['texts', 'digest'] }),
    async (req, res) => {
      const account = accountOf(req)
      const choices = readChoices(req.body)
      if (!areWhole(choices)) return showChoices(req, res, choices, { saved: false })
      await inContext(db, { account }, (tx) => savePreferences(tx, account, choices, clock()))
      req.session.choicesSaved = true
      res.redirect(303, '/notifications')
    },
  )

  if (outbox !== undefined) {
    router.get('/development/outbox', anyone, (req: Request, res: Response) => showOutbox(req, res, outbox))
  }

  return router
}

/** Said once: the page loaded again has nothing new to say. */
function takeSaved({ session }: Request): boolean {
  const { choicesSaved = false } = session
  delete session.choicesSaved
  return choicesSaved
}
