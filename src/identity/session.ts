import { promisify } from 'node:util'
import type { Request, RequestHandler } from 'express'
import type { SessionData } from 'express-session'
import { HOUR, MINUTE, SECOND, type Clock } from '../shared/clock.ts'
import type { PendingSignIn } from './pending-sign-in.ts'

declare module 'express-serve-static-core' {
  interface Request {
    /** It came with a session that had just ended by itself. */
    sessionEnded?: boolean
  }
}

declare module 'express-session' {
  interface SessionData {
    /** True once One Login proved who this is, in this session. */
    proved: boolean
    /** Milliseconds since 1970. */
    signedInAt: number
    lastSeenAt: number
    /** The ID token, sealed, for signing out of One Login. */
    idToken: string
    signIns: Record<string, PendingSignIn>
    /** The page that asked for a sign-in. */
    returnTo: string
    /** It asked for one that is not older than a few minutes at One Login either. */
    signInAfresh: boolean
    /** Somebody who signed in for their work; then there is no account, since a browser is one or the other. */
    staffId: string
    staffSignIns: Record<string, PendingSignIn>
    staffReturnTo: string
    /** Somebody signed out here: the page that says so, for the other tabs of the same browser. */
    signedOut: string
    /** Signed in again after proving identity in person, and not yet asked for the result. */
    backInPerson: boolean
  }
}

type Lifetimes = Pick<Partial<SessionData>, 'accountId' | 'staffId' | 'signedInAt' | 'lastSeenAt'>

export const IDLE_LIMIT = 15 * MINUTE
export const ABSOLUTE_LIMIT = 2 * HOUR
/** A working day. */
export const ABSOLUTE_LIMIT_OF_STAFF = 8 * HOUR

// Writing the session for every click would let parallel requests overwrite each other's changes for nothing.
const SEEN_AGAIN_AFTER = 30 * SECOND

/** When a signed-in session ends by itself if nothing more is asked (OWASP ASVS 5.0, 7.3). */
export function sessionEnd(session: Lifetimes): Date {
  return new Date(Math.min((session.lastSeenAt ?? 0) + IDLE_LIMIT, lastEnd(session).getTime()))
}

/** When staying no longer helps: somebody has been signed in for as long as anybody may be. */
export function lastEnd({ signedInAt = 0, staffId }: Lifetimes): Date {
  return new Date(signedInAt + (staffId === undefined ? ABSOLUTE_LIMIT : ABSOLUTE_LIMIT_OF_STAFF))
}

/** As a citizen or for one's work. */
export const isSignedIn = ({ accountId, staffId }: Lifetimes) => accountId !== undefined || staffId !== undefined

/** Ends sessions that were idle too long or are too old, on the server, whatever the browser's cookie says. */
export function sessionLifetime(clock: Clock): RequestHandler {
  return async (req, _res, next) => {
    const now = clock()
    if (isSignedIn(req.session) && now >= sessionEnd(req.session)) {
      await startAfresh(req)
      req.sessionEnded = true
    }
    const { lastSeenAt = 0 } = req.session
    const again = now.getTime() - lastSeenAt >= SEEN_AGAIN_AFTER && !isQuestion(req)
    if (isSignedIn(req.session) && again) req.session.lastSeenAt = now.getTime()
    next()
  }
}

export const SESSION_PATH = '/session'

/** A page's script that asks how long the session lasts is not the person using it. */
const isQuestion = ({ method, path }: Request) => method === 'GET' && path === SESSION_PATH

/** A new session id with only these contents; whoever knew the old id knows nothing (OWASP ASVS 5.0, 7.2.4). */
export async function renewSession(req: Request, contents: Partial<SessionData>): Promise<void> {
  await startAfresh(req)
  Object.assign(req.session, contents)
  await saveSession(req)
}

/** Before a redirect: the browser may be back sooner than the session is stored. */
export const saveSession = ({ session }: Request) => promisify(session.save.bind(session))()

/** Ends the session, and lets the browser's other tabs know how it ended. @param page that says so */
export async function endBySigningOut(req: Request, page: string): Promise<void> {
  await renewSession(req, { signedOut: page })
}

/** An empty session with a new id; the old one is gone from the server. */
export const startAfresh = ({ session }: Request) => promisify(session.regenerate.bind(session))()
