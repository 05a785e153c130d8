import { Router } from 'express'
import { citizens } from '../identity/access-rules.ts'
import { takes } from '../web/form.ts'
import { checkAnswers } from './check-answers.ts'
import { sendLimits } from './limits.ts'
import { deleteDraft, showConfirmation, showEvents } from './pages.ts'
import { questionRoutes } from './question-routes.ts'
import { sendFromPreview, showPreview } from './preview-page.ts'
import { furthestPlace, visiting, type PageOfEvent, type ReportParts } from './visit.ts'

export type { ReportParts } from './visit.ts'

/** A citizen's journey: which event, its questions, check answers, who will be told, and the confirmation. */
export function reportRoutes(parts: ReportParts): Router {
  const router = Router()
  router.get('/report', citizens, showEvents(parts))
  router.get('/report/:type', citizens, visiting(parts, goOn))
  router.get('/report/:type/check-answers', citizens, visiting(parts, checkAnswers))
  router.get('/report/:type/who-will-be-told', citizens, visiting(parts, showPreview))
  router.post('/report/:type/who-will-be-told', citizens, sendLimits(parts), visiting(parts, sendFromPreview))
  router.post('/report/:type/draft-removal', citizens, takes(), visiting(parts, deleteDraft))
  router.use(questionRoutes(parts))
  router.get('/reports/:reference/confirmation', citizens, showConfirmation(parts))
  return router
}

/** To the first question, or to where the citizen left off. */
const goOn: PageOfEvent = (_req, res, { journey }) => {
  res.redirect(303, furthestPlace(journey))
}
