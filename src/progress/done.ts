import type { Request } from 'express'
import { actionWords, type Done } from './action-words.ts'

declare module 'express-session' {
  interface SessionData {
    /** What its person has just done, for the page that they come to next. */
    done: Done
  }
}

/** For the success banner of the page that a redirect leads to. */
export function noteDone(req: Request, done: Done): void {
  req.session.done = done
}

/** Shown once. */
export function takeDone(req: Request): { title: string; text: string } | undefined {
  const { done } = req.session
  if (!done) return undefined
  delete req.session.done
  const text = actionWords[req.language].done
  return { title: text.title, text: text[done] }
}
