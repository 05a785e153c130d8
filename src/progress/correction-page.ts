import type { Request, Response } from 'express'
import { beginToCorrect } from '../reports/afterwards/correct.ts'
import { paths } from '../reports/paths.ts'
import { misfits } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { actionPaths, canBeCorrected, concernsCorrection } from './actions.ts'
import { namesOf } from './describe-delivery.ts'
import { reportPath } from './tracked-report.ts'
import { mayKnow } from './thread.ts'
import type { Then, Visit } from './visit-report.ts'

/** Who will get it, before the answers are changed. */
export const showCorrection = (req: Request, res: Response, visit: Visit): Then =>
  canBeCorrected(visit.report, visit.deliveries)
    ? ask(req, res, visit)
    : () => res.redirect(303, reportPath(visit.report))

/** To the answers as they were sent, or as far as an earlier attempt at correcting them got. */
export async function beginCorrection(req: Request, res: Response, visit: Visit): Promise<Then> {
  const { owner, report, deliveries } = visit
  const text = actionWords[req.language]
  if (!canBeCorrected(report, deliveries)) return () => res.redirect(303, reportPath(report))
  if (misfits(req.body, {})) return ask(req, res, visit, text.unreadable)
  const begun = await beginToCorrect(owner, report.id)
  if (begun === 'too-many') return ask(req, res, visit, text.correction.tooMany)
  return () => res.redirect(303, begun === 'gone' ? reportPath(report) : paths.checkAnswers(report.eventType))
}

function ask(req: Request, res: Response, { report, deliveries }: Visit, error?: string): Then {
  const { correction: text, cancel } = actionWords[req.language]
  const concerned = deliveries.filter(concernsCorrection)
  return () =>
    renderPage(req, res, 'progress/correction.njk', {
      title: text.title,
      backLink: reportPath(report),
      action: actionPaths.correct(report.reference),
      errors: error ? [{ field: 'correct', message: error }] : [],
      told: namesOf(
        concerned.filter(({ delivery }) => mayKnow(delivery)),
        req.language,
      ),
      notYet: namesOf(
        concerned.filter(({ delivery }) => !mayKnow(delivery)),
        req.language,
      ),
      words: { ...text, cancel },
    })
}
