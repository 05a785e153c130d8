import { Router } from 'express'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { operators, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { decide, showRequest } from './decide.ts'
import { showJoin, showSent, takeRequest } from './join.ts'
import { joinFields } from './join-request.ts'
import { showJoining } from './joining.ts'
import { showRequests } from './requests.ts'

export interface OnboardingParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

// An office of people may share an address; whoever fills an operator's list with rubbish has to wait.
const REQUESTS_AN_HOUR = 10

/** How a body comes in: it asks, an operator decides, and its own people do the rest. */
export function onboardingRoutes(parts: OnboardingParts): Router {
  const router = Router()
  const limit = rateLimit(parts.db, { name: 'join', requests: REQUESTS_AN_HOUR, seconds: 3600 })

  router.get('/join', anyone, (req, res) => showJoin(parts, req, res))
  router.post('/join', anyone, limit, takes(joinFields), (req, res) => takeRequest(parts, req, res))
  router.get('/join/sent', anyone, showSent)
  router.get('/agency/joining', viewers, (req, res) => showJoining(parts, req, res))
  router.get('/operator/requests', operators, (req, res) => showRequests(parts, req, res))
  router.get('/operator/requests/:id', operators, (req, res) => showRequest(parts, req, res))
  router.post('/operator/requests/:id', operators, takes({ single: ['decision', 'agency-id', 'reason'] }), (req, res) =>
    decide(parts, req, res),
  )

  return router
}
