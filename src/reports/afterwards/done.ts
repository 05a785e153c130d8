import type { Request } from 'express'

/** What a citizen has just done about a report that was sent. */
export type Done =
  'withdrawal' | 'correction' | 'answer' | 'accept' | 'opt_out' | 'release' | 'release-later' | 'left-out'

declare module 'express-session' {
  interface SessionData {
    /** For the success banner of the page that its person comes to next. */
    done: Done
  }
}

/** For the success banner of the page that a redirect leads to. */
export function noteDone(req: Request, done: Done): void {
  req.session.done = done
}

/** Once. */
export function takeDone(req: Request): Done | undefined {
  const { done } = req.session
  delete req.session.done
  return done
}
