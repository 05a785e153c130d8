import type { Request, RequestHandler, Response } from 'express'
import type { Db } from '../../shared/database.ts'
import { accessRule, type AccessRule } from '../../web/access.ts'
import { pageBefore, safePath } from '../return-path.ts'
import { saveSession, startAfresh } from '../session.ts'
import { showNoAccess, staffProblemPath } from './pages.ts'
import { findStaffMember } from './staff-login-store.ts'
import { atLeast, mayRead, type StaffMember, type StaffRole } from './staff.ts'

/** Everybody of an agency. */
export const viewers = ofAgency('viewers', 'viewer')
/** People of an agency who work with its deliveries, and its admins. */
export const officers = ofAgency('officers', 'officer')
/** People of an agency who read what it is told about citizens: officers, and no admin, so that nobody both reads and administers. */
export const readers = staffRule('readers', mayRead)
/** People of an agency who keep its streams, keys and people. */
export const admins = ofAgency('admins', 'admin')
/** Operators of the service. */
export const operators = staffRule('operators', ({ agencyId }) => agencyId === null)

/**
 * Who is asking, on every request: `req.staff` when somebody has signed in for their work. Read afresh each time, so
 * that a role that changed or was taken away is so at the next request.
 */
export function recogniseStaff({ db }: { db: Db }): RequestHandler {
  return async (req, _res, next) => {
    const { staffId } = req.session
    if (staffId === undefined) return next()
    const member = await findStaffMember(db, staffId)
    if (member) req.staff = member
    else await startAfresh(req)
    next()
  }
}

function ofAgency(rule: string, role: StaffRole): AccessRule {
  const roles: readonly string[] = atLeast(role)
  return staffRule(rule, (member) => member.agencyId !== null && roles.includes(member.role))
}

function staffRule(rule: string, mayEnter: (member: StaffMember) => boolean): AccessRule {
  return accessRule(rule, async (req, res, next) => {
    if (!req.staff) return sendToStaffSignIn(req, res)
    if (mayEnter(req.staff)) return next()
    showNoAccess(req, res)
  })
}

/** As citizens are sent: the way back stays on the server, and a form sent too late says so first. */
async function sendToStaffSignIn(req: Request, res: Response): Promise<void> {
  const reads = ['GET', 'HEAD'].includes(req.method)
  req.session.staffReturnTo = safePath(reads ? req.originalUrl : pageBefore(req))
  await saveSession(req)
  res.redirect(303, req.sessionEnded && !reads ? staffProblemPath('expired') : '/staff/sign-in')
}
