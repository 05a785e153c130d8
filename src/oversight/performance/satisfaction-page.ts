import type { Request, Response } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { textField } from '../../web/form.ts'
import { renderPage, type FieldError } from '../../web/page.ts'
import { addAnswer } from './figure-store.ts'
import { words } from './words.ts'

export function showSatisfaction(req: Request, res: Response, errors: FieldError[] = []): void {
  const { satisfaction: text } = words[req.language]
  renderPage(req, res, 'oversight/performance/satisfaction.njk', {
    ...{ title: text.title, words: text, errors },
    message: errors[0] && { text: errors[0].message },
    // From the best down, as other services of government ask it.
    items: ['5', '4', '3', '2', '1'].map((value) => ({ value, text: (text.scores as Record<string, string>)[value] })),
  })
}

/** Nothing is kept but that one more gave this answer today. */
export async function takeSatisfaction(parts: { db: Db; clock: Clock }, req: Request, res: Response): Promise<void> {
  const score = textField(req.body, 'satisfaction')
  if (!/^[1-5]$/.test(score)) {
    return showSatisfaction(req, res, [{ field: 'satisfaction', message: words[req.language].satisfaction.missing }])
  }
  await addAnswer(parts.db, Number(score), ukToday(parts.clock()))
  res.redirect(303, '/feedback/sent')
}

export function showSatisfactionSent(req: Request, res: Response): void {
  const { satisfaction: text } = words[req.language]
  renderPage(req, res, 'oversight/performance/satisfaction-sent.njk', { title: text.sentTitle, words: text })
}
