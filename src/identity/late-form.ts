import type { Request } from 'express'
import { problemPath } from './pages.ts'
import { HOME, pageBefore, safePath } from './return-path.ts'
import { isSignedIn, saveSession, SESSION_PATH } from './session.ts'
import { staffProblemPath } from './staff/pages.ts'

/**
 * Where a form leads that came when its session was gone: whoever had signed out in another tab reads that they have;
 * everybody else that the session has expired, and what was saved is kept. The page that it stood on is where they come
 * back to. Undefined where somebody is signed in, and to a page's script: then the form is refused.
 */
export async function placeOfLateForm(req: Request): Promise<string | undefined> {
  const { session, path } = req
  if (isSignedIn(session) || path === SESSION_PATH) return undefined
  if (session.signedOut !== undefined) return session.signedOut
  if (path === '/sign-out') return '/signed-out'
  const before = safePath(pageBefore(req))
  const isStaff = STAFF_PATHS.some((start) => path.startsWith(start))
  if (before !== HOME) {
    if (isStaff) session.staffReturnTo = before
    else session.returnTo = before
    await saveSession(req)
  }
  return isStaff ? staffProblemPath('expired') : problemPath('expired')
}

const STAFF_PATHS = ['/agency', '/operator', '/staff']
