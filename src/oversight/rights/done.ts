import type { Request } from 'express'
import type { en } from './content/en.ts'
import { words } from './words.ts'

type Done = Exclude<keyof typeof en.thread.done, 'success'>

declare module 'express-session' {
  interface SessionData {
    /** What somebody has just done about their rights, for the banner of the page that they come to next. */
    rightsDone?: Done | undefined
  }
}

export function noteDone(req: Pick<Request, 'session'>, done: Done): void {
  req.session.rightsDone = done
}

/** The banner, once, as the component of the Design System takes it. */
export function takeDone(req: Pick<Request, 'session' | 'language' | 'method'>) {
  const { rightsDone } = req.session
  if (!rightsDone || req.method !== 'GET') return undefined
  delete req.session.rightsDone
  const { done } = words[req.language].thread
  return { type: 'success', titleText: done.success, text: done[rightsDone] }
}
