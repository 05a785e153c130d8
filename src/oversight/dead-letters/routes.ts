import { Router } from 'express'
import { officers, viewers } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import type { AgencyDeliveriesParts } from '../deliveries/list-page.ts'
import { decide, showDecision } from './decide.ts'
import { showDeadLetters } from './list-page.ts'

/** Where the staff of a body decide about what could not be told. */
export function deadLetterRoutes(parts: AgencyDeliveriesParts): Router {
  const router = Router()
  const fields = takes({ single: ['act', 'reason'] })
  router.get('/agency/dead-letters', viewers, (req, res) => showDeadLetters(parts, req, res))
  router.get('/agency/dead-letters/streams/:stream', officers, (req, res) => showDecision(parts, req, res))
  router.post('/agency/dead-letters/streams/:stream', officers, fields, (req, res) => decide(parts, req, res))
  router.get('/agency/dead-letters/:id', officers, (req, res) => showDecision(parts, req, res))
  router.post('/agency/dead-letters/:id', officers, fields, (req, res) => decide(parts, req, res))
  return router
}
