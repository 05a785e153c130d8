import type { Request, RequestHandler, Response } from 'express'
import { MINUTE, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Vault } from '../vault/vault.ts'
import { accessRule } from '../web/access.ts'
import { subjectsReadWith } from '../web/session.ts'
import { subjectsOf } from './account-store.ts'
import { problemPath } from './pages.ts'
import { pageBefore, safePath } from './return-path.ts'
import { saveSession, startAfresh } from './session.ts'

/** People whose identity One Login proved in this session; others are sent to sign in, and come back. */
export const citizens = accessRule('citizens', async (req, res, next) => {
  if (req.person?.proved) return next()
  await sendToSignIn(req, res)
})

/** How long somebody counts as having just signed in. */
export const FRESH = 10 * MINUTE

/**
 * `citizens` who signed in a little while ago: for what takes a whole file of theirs away. Others sign in once more, also
 * at One Login, and come back to the page where the link stands (OWASP ASVS 5.0, 7.5.3).
 */
export const freshCitizens = (clock: Clock, pageOf: (req: Request) => string) =>
  accessRule('freshCitizens', async (req, res, next) => {
    if (!req.person?.proved) return sendToSignIn(req, res)
    if (clock().getTime() - req.person.signedInAt.getTime() < FRESH) return next()
    req.session.returnTo = safePath(pageOf(req))
    req.session.signInAfresh = true
    await saveSession(req)
    res.redirect(303, '/sign-in')
  })

/** People who signed in, though they may not have proved who they are. */
export const signedIn = accessRule('signedIn', async (req, res, next) => {
  if (req.person) return next()
  await sendToSignIn(req, res)
})

/**
 * People whose identity was proved; and those who only signed in, where `mayEnter` says so of the request. Others are
 * sent to sign in.
 */
export const reporters = (mayEnter: (req: Request) => boolean | Promise<boolean>) =>
  accessRule('reporters', async (req, res, next) => {
    if (req.person?.proved || (req.person && (await mayEnter(req)))) return next()
    await sendToSignIn(req, res)
  })

/** Who is asking, on every request: `req.person` when somebody is signed in. Behind the session and its lifetimes. */
export function recognisePerson({ db, vault }: { db: Db; vault: Vault }): RequestHandler {
  return async (req, _res, next) => {
    const { accountId, proved = false, signedInAt = 0 } = req.session
    if (accountId === undefined) return next()
    const subjects = subjectsReadWith(req.session) ?? (await subjectsOf(db, vault, accountId))
    if (subjects) req.person = { accountId, subjects, proved, signedInAt: new Date(signedInAt) }
    else await startAfresh(req)
    next()
  }
}

/**
 * The way back stays on the server: a query would put it in logs and in other people's hands. Whoever sent a form after
 * their session had ended is told so first: what they sent was not saved.
 */
async function sendToSignIn(req: Request, res: Response): Promise<void> {
  const reads = ['GET', 'HEAD'].includes(req.method)
  // For a form that was sent, the page it stood on.
  req.session.returnTo = safePath(reads ? req.originalUrl : pageBefore(req))
  await saveSession(req)
  res.redirect(303, req.sessionEnded && !reads ? problemPath('expired') : '/sign-in')
}
