import type { Request, Response } from 'express'
import { said } from '../agreements/show-agreement.ts'
import { inBoth } from '../deliveries/outcome.ts'
import { replyTo } from '../reports/afterwards/reply.ts'
import { noteDone } from '../reports/afterwards/done.ts'
import { misfits, textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { actionPaths, isOffering } from './actions.ts'
import { nameOf } from './describe-delivery.ts'
import { reportPath } from './tracked-report.ts'
import type { BodyVisit, Then } from './visit-report.ts'

/** What the body offers, and whether the citizen wants it. */
export const showOffer = (req: Request, res: Response, visit: BodyVisit): Then =>
  isOffering(visit.followed) ? ask(req, res, visit) : () => res.redirect(303, reportPath(visit.report))

/** Goes to this body alone, and is decided once. */
export async function decideOnOffer(req: Request, res: Response, visit: BodyVisit): Promise<Then> {
  const { owner, report, followed } = visit
  const { latest } = followed
  if (!isOffering(followed) || !latest) return () => res.redirect(303, reportPath(report))
  const text = actionWords[req.language]
  if (misfits(req.body, { single: ['decision'] })) return ask(req, res, visit, text.unreadable)
  const given = textField(req.body, 'decision')
  if (given !== 'accept' && given !== 'opt_out') return ask(req, res, visit, text.offer.blank)
  const sent = await replyTo(owner, report.id, latest, { kind: 'offer', content: { decision: given } })
  return () => {
    if (sent) noteDone(req, given)
    res.redirect(303, reportPath(report))
  }
}

function ask(req: Request, res: Response, { report, followed }: BodyVisit, error?: string): Then {
  const { delivery, words: answered } = followed
  const { offer: text, yes, no, cancel } = actionWords[req.language]
  const offer = answered?.offer
  return () =>
    renderPage(req, res, 'progress/choice.njk', {
      title: text.title(nameOf(followed, req.language)),
      backLink: reportPath(report),
      action: actionPaths.decide(report.reference, delivery.id),
      errors: error ? [{ field: 'decision', message: error }] : [],
      ...{ error, field: 'decision' },
      lines: offer ? [offer.title, offer.text].map((words) => said(inBoth(words), req.language)) : [],
      legend: text.legend[offer?.action ?? 'accept'],
      hint: text.hint,
      items: [
        { value: 'accept', text: yes },
        { value: 'opt_out', text: no },
      ],
      words: { submit: text.submit, cancel },
    })
}
