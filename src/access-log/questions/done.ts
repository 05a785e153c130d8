import type { Request } from 'express'
import type { en } from './content/en.ts'
import { words } from './words.ts'

type Done = Exclude<keyof typeof en.thread.done, 'success'>

declare module 'express-session' {
  interface SessionData {
    /** What somebody has just done in a thread, for the banner of the page that they come to next. */
    askedDone?: Done | undefined
  }
}

export function noteAsked(req: Pick<Request, 'session'>, done: Done): void {
  req.session.askedDone = done
}

/** The banner, once, as the component of the Design System takes it. */
export function takeAsked(req: Pick<Request, 'session' | 'language'>) {
  const { askedDone } = req.session
  if (!askedDone) return undefined
  delete req.session.askedDone
  const { done } = words[req.language].thread
  return { type: 'success', titleText: done.success, text: done[askedDone] }
}
