import type { Request, Response } from 'express'
import { keepFromTelling, releaseDelivery } from '../reports/afterwards/follow-up-store.ts'
import { formatDateTime } from '../shared/dates.ts'
import { noteDone } from '../reports/afterwards/done.ts'
import { misfits, textField } from '../web/form.ts'
import { renderPage } from '../web/page.ts'
import { actionWords } from './action-words.ts'
import { actionPaths, canBeLeftOut, canBeReleased, waitsUntil } from './actions.ts'
import { nameOf } from './describe-delivery.ts'
import { reportPath } from './tracked-report.ts'
import type { BodyVisit, Then } from './visit-report.ts'

const choices = ['tell', 'leaveOut', 'keep'] as const

/** Tell a body as soon as may be that is told later, or not at all where the law leaves that to the citizen. */
export const showRelease = (req: Request, res: Response, visit: BodyVisit): Then =>
  choicesFor(visit).length > 1 ? ask(req, res, visit) : () => res.redirect(303, reportPath(visit.report))

/** What has been sent meanwhile stays as it is, and the page that this leads to says so. */
export async function release(req: Request, res: Response, visit: BodyVisit): Promise<Then> {
  const text = actionWords[req.language]
  const open = choicesFor(visit)
  if (open.length === 1) return () => res.redirect(303, reportPath(visit.report))
  if (misfits(req.body, { single: ['choice'] })) return ask(req, res, visit, text.unreadable)
  const given = textField(req.body, 'choice')
  const choice = open.find((one) => one === given)
  if (!choice) return ask(req, res, visit, text.release.blank)
  const done = await carryOut(visit, choice)
  return () => {
    if (done) noteDone(req, done)
    res.redirect(303, reportPath(visit.report))
  }
}

const choicesFor = ({ followed }: BodyVisit) =>
  choices.filter((choice) => ({ tell: canBeReleased(followed), leaveOut: canBeLeftOut(followed), keep: true })[choice])

async function carryOut({ owner, report, followed }: BodyVisit, choice: (typeof choices)[number]) {
  const { id } = followed.delivery
  const released = waitsUntil(followed, report, owner.now) ? 'release-later' : 'release'
  if (choice === 'tell') return (await releaseDelivery(owner, report.id, id)) ? released : undefined
  if (choice === 'leaveOut') return (await keepFromTelling(owner, report.id, id)) ? 'left-out' : undefined
  return undefined
}

function ask(req: Request, res: Response, visit: BodyVisit, error?: string): Then {
  const { report, followed } = visit
  const { release: text, cancel } = actionWords[req.language]
  return () =>
    renderPage(req, res, 'progress/choice.njk', {
      title: text.title(nameOf(followed, req.language)),
      backLink: reportPath(report),
      action: actionPaths.release(report.reference, followed.delivery.id),
      errors: error ? [{ field: 'choice', message: error }] : [],
      ...{ error, field: 'choice' },
      hint: standing(visit, req),
      items: choicesFor(visit).map((value) => ({ value, text: value === 'tell' ? telling(visit, req) : text[value] })),
      words: { submit: text.submit, cancel },
    })
}

/** A body that has to wait is not told now, and the page says when it is. */
function telling({ owner, report, followed }: BodyVisit, { language }: Request): string {
  const until = waitsUntil(followed, report, owner.now)
  const text = actionWords[language].release
  return until ? text.tellAfter(formatDateTime(until, language)) : text.tell
}

function standing({ followed: { status } }: BodyVisit, { language }: Request): string {
  const text = actionWords[language].release
  if (status.kind === 'later') return text.planned(formatDateTime(status.until, language))
  return status.kind === 'cooling-off' ? text.coolingOff(formatDateTime(status.until, language)) : text.held
}
