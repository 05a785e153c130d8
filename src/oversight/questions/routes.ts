import { Router } from 'express'
import type { ReplyParts } from '../../access-log/questions/reply.ts'
import { readers, viewers } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import { showQuestions } from './list-page.ts'
import { openOne, showCover } from './question-page.ts'
import { REPLY_FIELDS, sendReply, showReply } from './reply-page.ts'

/** Where a body's data protection contact reads what citizens ask about its records, and answers. */
export function agencyQuestionRoutes(parts: ReplyParts): Router {
  const router = Router()
  router.get('/agency/questions', viewers, (req, res) => showQuestions(parts, req, res))
  router.get('/agency/questions/:id', viewers, (req, res) => showCover(parts, req, res))
  router.post('/agency/questions/:id', readers, takes(), (req, res) => openOne(parts, req, res))
  router.get('/agency/questions/:id/reply', readers, (req, res) => showReply(parts, req, res))
  router.post('/agency/questions/:id/reply', readers, takes({ single: REPLY_FIELDS }), (req, res) =>
    sendReply(parts, req, res),
  )
  return router
}
