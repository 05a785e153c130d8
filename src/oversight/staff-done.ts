import type { Request } from 'express'
import type { Language } from '../shared/language.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const words = { en: en.done, cy: cy.done }

declare module 'express-session' {
  interface SessionData {
    /** What somebody has just done for their work, for the success banner of the page that they come to next. */
    staffDone?: StaffDone | undefined
  }
}

export interface StaffDone {
  what: keyof typeof en.done.of
  /** To how many, where that can be more than one, or none. */
  count: number
}

/** For the success banner of the page that a redirect leads to. In the session, as addresses are kept and passed on. */
export function noteStaffDone(req: Pick<Request, 'session'>, what: StaffDone['what'], count = 1): void {
  req.session.staffDone = { what, count }
}

/** The banner, once, as the component of the Design System takes it. */
export function takeStaffDone(req: Pick<Request, 'session'> & { language: Language }) {
  const { staffDone } = req.session
  if (!staffDone) return undefined
  delete req.session.staffDone
  const { success, important, nothing, of } = words[req.language]
  if (staffDone.count === 0) return { titleText: important, text: nothing }
  return { type: 'success', titleText: success, text: of[staffDone.what](staffDone.count) }
}
