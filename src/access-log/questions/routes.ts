import { Router } from 'express'
import { citizens, freshCitizens } from '../../identity/access-rules.ts'
import { takes } from '../../web/form.ts'
import { sendQuestion, showAsk } from './ask-page.ts'
import { showEscalation, takeFurther } from './escalation-page.ts'
import { downloadPapers, showPapers } from './papers-page.ts'
import type { QuestionParts } from './question-parts.ts'
import { QUESTION_FIELDS } from './read-question.ts'
import { giveVerdict, sendMore, showQuestions, showThread } from './thread-page.ts'

/** Where citizens ask bodies about uses of their data. Before the pages of the log, whose addresses are wider. */
export function questionRoutes(parts: QuestionParts): Router {
  const router = Router()
  const asked = takes(QUESTION_FIELDS)
  const fresh = freshCitizens(parts.clock, ({ path }) => path.replace(/\.zip$/, ''))

  router.get('/access/questions', citizens, (req, res) => showQuestions(parts, req, res))
  router.get('/access/questions/:question', citizens, (req, res) => showThread(parts, req, res))
  router.post('/access/questions/:question/messages', citizens, takes({ single: ['message'] }), (req, res) =>
    sendMore(parts, req, res),
  )
  router.post('/access/questions/:question/verdict', citizens, takes({ single: ['explained'] }), (req, res) =>
    giveVerdict(parts, req, res),
  )
  router.get('/access/questions/:question/escalation', citizens, (req, res) => showEscalation(parts, req, res))
  router.post('/access/questions/:question/escalation', citizens, takes(), (req, res) => takeFurther(parts, req, res))
  router.get('/access/questions/:question/papers', citizens, (req, res) => showPapers(parts, req, res))
  router.get('/access/questions/:question/papers.zip', fresh, (req, res) => downloadPapers(parts, req, res))
  router.get('/access/:id/question', citizens, (req, res) => showAsk(parts, req, res))
  router.post('/access/:id/question', citizens, asked, (req, res) => sendQuestion(parts, req, res))
  router.get('/access/:id/:body/question', citizens, (req, res) => showAsk(parts, req, res))
  router.post('/access/:id/:body/question', citizens, asked, (req, res) => sendQuestion(parts, req, res))

  return router
}
