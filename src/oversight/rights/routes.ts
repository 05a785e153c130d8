import { Router } from 'express'
import { citizens, freshCitizens } from '../../identity/access-rules.ts'
import { personLimits } from '../../identity/person-limits.ts'
import { readers, viewers } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import { ANSWER_FIELDS, sendAnswer, showAnswer } from './agency-answer-page.ts'
import { showAgencyList } from './agency-list-page.ts'
import { openOne, showCover } from './agency-page.ts'
import type { AnswerParts } from './answer.ts'
import { sendAsk, showAsk } from './ask-page.ts'
import { sendComplaint, showComplaint, takeFurther } from './complaint-page.ts'
import { erase, showErasure } from './held/erasure-page.ts'
import type { HeldParts } from './held/held-json.ts'
import { downloadHeld, showHeld } from './held/held-page.ts'
import { showRights } from './list-page.ts'
import { RIGHT_FIELDS } from './read-request.ts'
import { sendMore, showThread, takeBack } from './thread-page.ts'

/** Where citizens use their rights over their data. */
export function rightsRoutes(parts: HeldParts): Router {
  const router = Router()
  const message = takes({ single: ['message'] })
  const fresh = freshCitizens(parts.clock, ({ path }) => path.replace(/\.json$/, ''))
  const seldom = personLimits(parts.db, { name: 'held-download', perPerson: 10, perAddress: 60 })

  router.get('/rights', citizens, (req, res) => showRights(parts, req, res))
  router.get('/rights/objection', citizens, (req, res) => showAsk(parts, req, res, 'object'))
  router.post('/rights/objection', citizens, takes(RIGHT_FIELDS.object), (req, res) =>
    sendAsk(parts, req, res, 'object'),
  )
  router.get('/rights/correction', citizens, (req, res) => showAsk(parts, req, res, 'correct'))
  router.post('/rights/correction', citizens, takes(RIGHT_FIELDS.correct), (req, res) =>
    sendAsk(parts, req, res, 'correct'),
  )
  router.get('/rights/access', citizens, (req, res) => showAsk(parts, req, res, 'access'))
  router.post('/rights/access', citizens, takes(RIGHT_FIELDS.access), (req, res) => sendAsk(parts, req, res, 'access'))
  router.get('/rights/erasure', citizens, (req, res) => showAsk(parts, req, res, 'erase'))
  router.post('/rights/erasure', citizens, takes(RIGHT_FIELDS.erase), (req, res) => sendAsk(parts, req, res, 'erase'))

  router.get('/rights/requests/:id', citizens, (req, res) => showThread(parts, req, res))
  router.post('/rights/requests/:id/messages', citizens, message, (req, res) => sendMore(parts, req, res))
  router.post('/rights/requests/:id/withdrawal', citizens, takes(), (req, res) => takeBack(parts, req, res))
  router.get('/rights/requests/:id/complaint', citizens, (req, res) => showComplaint(parts, req, res))
  router.post('/rights/requests/:id/complaint', citizens, message, (req, res) => sendComplaint(parts, req, res))
  router.post('/rights/requests/:id/escalation', citizens, takes(), (req, res) => takeFurther(parts, req, res))

  router.get('/rights/this-service', citizens, (req, res) => showHeld(parts, req, res))
  router.get('/rights/this-service.json', fresh, ...seldom, (req, res) => downloadHeld(parts, req, res))
  router.get('/rights/this-service/erasure', fresh, (req, res) => showErasure(parts, req, res))
  router.post('/rights/this-service/erasure', fresh, takes({ list: ['what'] }), (req, res) => erase(parts, req, res))
  return router
}

/** Where a body's data protection contact reads what citizens ask under their rights, and answers. */
export function agencyRightsRoutes(parts: AnswerParts): Router {
  const router = Router()
  router.get('/agency/rights', viewers, (req, res) => showAgencyList(parts, req, res))
  router.get('/agency/rights/:id', viewers, (req, res) => showCover(parts, req, res))
  router.post('/agency/rights/:id', readers, takes(), (req, res) => openOne(parts, req, res))
  router.get('/agency/rights/:id/answer', readers, (req, res) => showAnswer(parts, req, res))
  router.post('/agency/rights/:id/answer', readers, takes({ single: ANSWER_FIELDS }), (req, res) =>
    sendAnswer(parts, req, res),
  )
  return router
}
