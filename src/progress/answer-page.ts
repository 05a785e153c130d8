import type { Request, Response } from 'express'
import { said } from '../agreements/show-agreement.ts'
import { replyTo } from '../reports/afterwards/reply.ts'
import { formatDate, ukToday } from '../shared/dates.ts'
import { noteDone } from '../reports/afterwards/done.ts'
import { misfits, textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { actionPaths, isAsking } from './actions.ts'
import { nameOf } from './describe-delivery.ts'
import { reportPath } from './tracked-report.ts'
import type { BodyVisit, Then } from './visit-report.ts'

const LONGEST = 2000

/** What the body asks, and room to answer it. */
export const showAnswer = (req: Request, res: Response, visit: BodyVisit): Then =>
  isAsking(visit.followed) ? ask(req, res, visit, '') : () => res.redirect(303, reportPath(visit.report))

/** Goes to this body alone. What it was answered already is not answered again. */
export async function sendAnswer(req: Request, res: Response, visit: BodyVisit): Promise<Then> {
  const { owner, report, followed } = visit
  const { latest } = followed
  if (!isAsking(followed) || !latest) return () => res.redirect(303, reportPath(report))
  const text = actionWords[req.language]
  const answer = textField(req.body, 'answer')
  if (misfits(req.body, { single: ['answer'] })) return ask(req, res, visit, answer, text.unreadable)
  if (answer === '') return ask(req, res, visit, answer, text.answer.blank)
  if ([...answer].length > LONGEST) return ask(req, res, visit, answer, text.answer.tooLong)
  const sent = await replyTo(owner, report.id, latest, { kind: 'answer', content: { text: answer } })
  return () => {
    if (sent) noteDone(req, 'answer')
    res.redirect(303, reportPath(report))
  }
}

function ask(req: Request, res: Response, visit: BodyVisit, typed: string, error?: string): Then {
  const { report, followed, owner } = visit
  const { latest, words: answered, delivery } = followed
  const { answer: text, cancel } = actionWords[req.language]
  const due = latest?.dueBy
  const dueText = due && (due < ukToday(owner.now) ? text.late : text.due)(formatDate(due, req.language))
  return () =>
    renderPage(req, res, 'progress/answer.njk', {
      title: text.title(nameOf(followed, req.language)),
      backLink: reportPath(report),
      action: actionPaths.answer(report.reference, delivery.id),
      errors: error ? [{ field: 'answer', message: error }] : [],
      said: answered?.message && said(answered.message, req.language),
      due: dueText,
      ...{ typed, error, longest: LONGEST, words: { ...text, cancel } },
    })
}
