import { Router } from 'express'
import { signedIn } from '../identity/access-rules.ts'
import { takes } from '../web/form.ts'
import { aboutRoutes } from './somebody-else/about-routes.ts'
import { dayFields, showDay, takeDay } from './preview/change-day.ts'
import { showWhen, takeWhen, whenFields } from './preview/change-when.ts'
import { checkAnswers } from './journey/check-answers.ts'
import { leaveOutFields, showLeaveOut, takeLeaveOut } from './preview/leave-out.ts'
import { sendLimits } from './limits.ts'
import { continueDraft, deleteDraft, showDraftRemoval, showNoDraft, startAnother } from './drafts/draft-pages.ts'
import { showEvents } from './journey/events-page.ts'
import { keepChoices } from './preview/keep-choices.ts'
import { showConfirmation } from './pages.ts'
import { questionRoutes } from './journey/question-routes.ts'
import { paths } from './paths.ts'
import { sendFromPreview, showPreview } from './preview/preview-page.ts'
import { reportersOfEvent, reportersOfReport, reportersWithReports } from './reporters.ts'
import { showTasks } from './journey/tasks-page.ts'
import { toConfirmation } from './drafts/seen-draft.ts'
import { furthestPlace, lookingAt, visiting, type PageOfEvent, type ReportParts } from './journey/visit.ts'

export type { ReportParts } from './journey/visit.ts'

/** A citizen's journey: which event, its questions, check answers, who will be told, and the confirmation. */
export function reportRoutes(parts: ReportParts): Router {
  const router = Router()
  const who = reportersOfEvent(parts)
  router.get('/report', reportersWithReports(parts), showEvents(parts))
  router.get('/report/gone', signedIn, showNoDraft('draftGone'))
  router.get('/report/too-many', signedIn, showNoDraft('tooManyDrafts'))
  router.get('/report/:type', who, visiting(parts, goOn))
  router.get('/report/:type/tasks', who, visiting(parts, showTasks))
  router.get('/report/:type/check-answers', who, lookingAt(parts, checkAnswers))
  router.get('/report/:type/who-will-be-told', who, visiting(parts, showPreview))
  router.post(
    '/report/:type/who-will-be-told',
    who,
    sendLimits(parts),
    visiting(parts, sendFromPreview, toConfirmation),
  )
  router.post('/report/:type/who-will-be-told/choices', who, visiting(parts, keepChoices))
  router.get('/report/:type/when/:agreement', who, visiting(parts, showWhen))
  router.post('/report/:type/when/:agreement', who, takes(whenFields), visiting(parts, takeWhen))
  router.get('/report/:type/when/:agreement/date', who, visiting(parts, showDay))
  router.post('/report/:type/when/:agreement/date', who, takes(dayFields), visiting(parts, takeDay))
  router.get('/report/:type/redaction/:agreement', who, visiting(parts, showLeaveOut))
  router.post('/report/:type/redaction/:agreement', who, takes(leaveOutFields), visiting(parts, takeLeaveOut))
  router.post('/report/:type/drafts', who, takes(), visiting(parts, startAnother))
  router.post('/report/:type/drafts/:draft', who, takes(), continueDraft(parts))
  router.get('/report/:type/drafts/:draft/removal', who, showDraftRemoval(parts))
  router.post('/report/:type/drafts/:draft/removal', who, takes(), deleteDraft(parts))
  router.use(questionRoutes(parts), aboutRoutes(parts))
  router.get('/reports/:reference/confirmation', reportersOfReport(parts), showConfirmation(parts))
  return router
}

/** To the task list, to the first question, or to where the citizen left off. */
const goOn: PageOfEvent = (_req, res, { event, journey }) => {
  res.redirect(303, event.tasks ? paths.tasks(event.type) : furthestPlace(journey))
}
