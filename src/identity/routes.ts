import { Router, type Request, type RequestHandler, type Response } from 'express'
import { Refusal, notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { takes } from '../web/form.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { recognisePerson, signedIn } from './access-rules.ts'
import { arrive, depart, openIdToken, takeReturnPath, type IdentityParts } from './callback.ts'
import { showLanding, showProblem, showSignedOut } from './pages.ts'
import { sessionRoutes, warnBeforeEnd } from './session-warning.ts'
import { ownSessionRoutes } from './own-sessions.ts'
import { signedOutUrl } from './relying-party.ts'
import { HOME, pageBefore, safePath } from './return-path.ts'
import { endBySigningOut, saveSession, sessionLifetime } from './session.ts'
import { signInProblems } from './sign-in-problem.ts'
import { leavingUrl } from './sign-out.ts'
import { recogniseStaff } from './staff/staff-rules.ts'

// An office of people shares one address: at least 60 sign-ins a minute from it, and two tries for each.
const SIGN_INS_A_MINUTE = 120

/** Straight after the session, before any page: ends what has lasted too long, and says who is asking. */
export function identitySession(parts: IdentityParts): RequestHandler[] {
  const { clock } = parts.oneLogin
  return [sessionLifetime(clock), recognisePerson(parts), recogniseStaff(parts), warnBeforeEnd(clock)]
}

export function identityRoutes(parts: IdentityParts): Router {
  const router = Router()
  const limited = rateLimit(parts.db, { name: 'sign-in', requests: SIGN_INS_A_MINUTE, seconds: 60 })

  router.get('/sign-in', anyone, limited, async (req, res) => {
    const afresh = req.session.signInAfresh === true
    delete req.session.signInAfresh
    await depart(parts, req, res, { step: 'authentication', returnTo: takeReturnPath(req), ...(afresh && { afresh }) })
  })

  router.get('/sign-in/problem/:problem', anyone, async (req, res) => {
    const problem = signInProblems.find((known) => known === req.params['problem'])
    if (!problem) throw notFound()
    if (problem === 'expired') await rememberPageBefore(req)
    showProblem(req, res, problem)
  })

  router.get('/auth/callback', anyone, async (req, res) => {
    await arrive(parts, req, res)
  })

  router.get('/auth/landing', anyone, limited, async (req, res) => {
    if (req.session.backInPerson) return showLanding(req, res)
    await depart(parts, req, res, { step: 'authentication', returnTo: '/report', inPerson: true })
  })

  router.get('/auth/landing/continue', signedIn, limited, async (req, res) => {
    await depart(parts, req, res, { step: 'identity', returnTo: takeReturnPath(req) })
  })

  router.get('/sign-out', anyone, async (req, res) => {
    if (req.get('sec-fetch-site') === 'cross-site') throw new Refusal('forbidden', 'Cross-site request')
    await leave(parts, req, res)
  })
  router.post('/sign-out', anyone, takes(), async (req, res) => {
    await leave(parts, req, res)
  })

  router.get('/signed-out', anyone, showSignedOut)
  const { clock } = parts.oneLogin
  router.use(sessionRoutes(clock), ownSessionRoutes({ db: parts.db, clock }))

  return router
}

/** Our own session ends first, whether or not One Login can be reached. */
async function leave({ vault, oneLogin }: IdentityParts, req: Request, res: Response): Promise<void> {
  const idToken = openIdToken(vault, req.session)
  await endBySigningOut(req, '/signed-out')
  res.redirect(303, await leavingUrl(oneLogin, idToken, signedOutUrl(oneLogin.relyingParty)))
}

/** Where to come back to, for whoever a page's own script brought here when their session ended. */
async function rememberPageBefore(req: Request): Promise<void> {
  const page = safePath(pageBefore(req))
  if (req.session.accountId !== undefined || page === HOME) return
  req.session.returnTo = page
  await saveSession(req)
}
