import { Router, type Request, type Response } from 'express'
import { Refusal, notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { endBySigningOut } from '../session.ts'
import { leavingUrl } from '../sign-out.ts'
import { arrive, depart, openIdToken, type StaffParts } from './callback.ts'
import { STAFF_SIGN_OUT, showStaffProblem, showStaffSignedOut, staffProblems } from './pages.ts'
import { staffSignedOutUrl } from './staff-provider.ts'

const SIGN_INS_A_MINUTE = 60

/** Signing in and out for one's work. */
export function staffRoutes(parts: StaffParts): Router {
  const router = Router()
  const limited = rateLimit(parts.db, { name: 'staff-sign-in', requests: SIGN_INS_A_MINUTE, seconds: 60 })

  router.get('/staff/sign-in', anyone, limited, async (req, res) => {
    await depart(parts, req, res)
  })

  router.get('/staff/sign-in/problem/:problem', anyone, (req, res) => {
    const problem = staffProblems.find((known) => known === req.params['problem'])
    if (!problem) throw notFound()
    showStaffProblem(req, res, problem)
  })

  router.get('/staff/callback', anyone, limited, async (req, res) => {
    await arrive(parts, req, res)
  })

  router.get(STAFF_SIGN_OUT, anyone, async (req, res) => {
    if (req.get('sec-fetch-site') === 'cross-site') throw new Refusal('forbidden', 'Cross-site request')
    await leave(parts, req, res)
  })
  router.post(STAFF_SIGN_OUT, anyone, takes(), async (req, res) => {
    await leave(parts, req, res)
  })

  router.get('/staff/signed-out', anyone, showStaffSignedOut)

  return router
}

async function leave({ vault, staffProvider }: StaffParts, req: Request, res: Response): Promise<void> {
  const idToken = openIdToken(vault, req.session)
  await endBySigningOut(req, '/staff/signed-out')
  res.redirect(303, await leavingUrl(staffProvider, idToken, staffSignedOutUrl(staffProvider)))
}
