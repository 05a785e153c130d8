import type { Request, Response } from 'express'
import { renderStaffPage } from '../staff-page.ts'
import { errorMessages } from './error-messages.ts'
import type { Reason } from './reason.ts'
import { consoleWords } from './words.ts'

export interface ReasonedWords {
  title: string
  paragraphs: readonly string[]
  /** Asks for the reason. */
  why: string
  submit: string
}

/** A page that asks for nothing but the reason, before something that bites. */
export function renderReasoned(
  req: Request,
  res: Response,
  words: ReasonedWords,
  { backLink, tried }: { backLink: string; tried?: Reason | undefined },
): void {
  const { reason, back } = consoleWords[req.language]
  const errors = tried?.errors ?? []
  renderStaffPage(req, res, 'oversight/console/reasoned.njk', {
    ...{ title: words.title, words, hint: reason.hint, back, backLink, errors, action: req.path },
    reason: tried?.text ?? '',
    errorOf: errorMessages(errors, req.language),
  })
}
