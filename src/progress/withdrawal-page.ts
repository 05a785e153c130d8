import type { Request, Response } from 'express'
import { withdrawalReasons } from '../reports/afterwards/follow-up.ts'
import { withdrawReport } from '../reports/afterwards/withdraw.ts'
import { noteDone } from '../reports/afterwards/done.ts'
import { misfits, textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { actionPaths, concernsWithdrawal } from './actions.ts'
import { namesOf } from './describe-delivery.ts'
import { reportPath } from './tracked-report.ts'
import type { Then, Visit } from './visit-report.ts'

/** Who was told and will hear of it, and who never will. */
export function showWithdrawal(req: Request, res: Response, { report, deliveries }: Visit): Then {
  if (report.withdrawn) return () => res.redirect(303, reportPath(report))
  const text = actionWords[req.language]
  const known = deliveries.filter(concernsWithdrawal)
  const unknown = deliveries.filter((one) => !concernsWithdrawal(one) && one.delivery.state !== 'withdrawn')
  const broken = req.method === 'POST' ? [{ field: 'reason', message: text.unreadable }] : []
  return () =>
    renderPage(req, res, 'progress/withdrawal.njk', {
      title: text.withdrawal.title,
      backLink: reportPath(report),
      action: actionPaths.withdraw(report.reference),
      errors: broken,
      told: namesOf(known, req.language),
      neverTold: namesOf(unknown, req.language),
      reasons: withdrawalReasons.map((value) => ({ value, text: text.withdrawal.reasons[value] })),
      words: { ...text.withdrawal, cancel: text.cancel },
    })
}

/** Twice is once: then there is nothing left to take back. */
export async function withdraw(req: Request, res: Response, visit: Visit): Promise<Then> {
  if (misfits(req.body, { single: ['reason'] })) return showWithdrawal(req, res, visit)
  const { owner, report } = visit
  const given = textField(req.body, 'reason')
  const reason = withdrawalReasons.find((one) => one === given)
  const rest = reason === 'wrong' ? undefined : reason
  const withdrawn = await withdrawReport(owner, report.id, { wrong: reason === 'wrong', reason: rest })
  return () => {
    if (withdrawn) noteDone(req, 'withdrawal')
    res.redirect(303, reportPath(report))
  }
}
