import type { Request, Response } from 'express'
import { formatDate } from '../../shared/dates.ts'
import { renderPage } from '../../web/page.ts'
import { escalate } from './ask.ts'
import { noteAsked } from './done.ts'
import { asCitizen, questionIn, questionPath, type QuestionParts } from './question-parts.ts'
import { words } from './words.ts'

export async function showEscalation(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const { escalation: text, thread } = words[req.language]
  const question = await asCitizen(parts, req, ({ tx }) => questionIn(tx, req))
  const { due, waitsFor } = question
  renderPage(req, res, 'access-log/questions/escalation.njk', {
    ...{ title: text.title, words: text, backLink: questionPath(question), action: req.path },
    ...{ papers: `${questionPath(question)}/papers`, pack: thread.pack, escalated: Boolean(question.escalatedAt) },
    due: waitsFor === 'body' && due !== undefined ? text.due(formatDate(due, req.language)) : undefined,
  })
}

export async function takeFurther(parts: QuestionParts, req: Request, res: Response): Promise<void> {
  const question = await asCitizen(parts, req, async (asker) => {
    const found = await questionIn(asker.tx, req)
    await escalate(asker, found)
    return found
  })
  noteAsked(req, 'escalated')
  res.redirect(303, questionPath(question))
}
