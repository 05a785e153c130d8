import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { officers, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { takes } from '../../web/form.ts'
import { answerStep } from './answer-step.ts'
import { showList } from './list.ts'
import { showRun } from './run.ts'
import { sendSynthetic, showSandbox } from './sandbox.ts'
import { startARun } from './start.ts'

export interface ConformanceParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

/** Where an agency's people try their streams with what is made up. */
export function conformanceRoutes(parts: ConformanceParts): Router {
  const router = Router()

  router.get('/agency/conformance', viewers, (req, res) => showList(parts, req, res))
  router.post('/agency/conformance/streams/:stream', officers, takes(), (req, res) => startARun(parts, req, res))
  router.get('/agency/conformance/runs/:run', viewers, (req, res) => showRun(parts, req, res))
  router.post('/agency/conformance/runs/:run', officers, takes({ single: ['step', 'answer'] }), (req, res) =>
    answerStep(parts, req, res),
  )
  router.get('/agency/sandbox', viewers, (req, res) => showSandbox(parts, req, res))
  router.post('/agency/sandbox', officers, takes({ single: ['event'] }), (req, res) => sendSynthetic(parts, req, res))

  return router
}
