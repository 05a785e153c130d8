import type { Request } from 'express'

declare module 'express-session' {
  interface SessionData {
    /** What somebody of a body has just done, for the success banner of the page that they come to next. */
    staffDone?: StaffDone | undefined
  }
}

export interface StaffDone {
  what: 'outcome' | 'redriven' | 'discarded'
  /** To how many. */
  count: number
}

/** For the success banner of the page that a redirect leads to. */
export function noteStaffDone(req: Pick<Request, 'session'>, done: StaffDone): void {
  req.session.staffDone = done
}

/** Once. */
export function takeStaffDone(req: Pick<Request, 'session'>): StaffDone | undefined {
  const { staffDone } = req.session
  if (staffDone) delete req.session.staffDone
  return staffDone
}
