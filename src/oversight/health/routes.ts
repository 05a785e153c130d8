import { Router } from 'express'
import { operators } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { showHealth, showHealthOf } from './health-page.ts'

export interface HealthParts {
  db: Db
  clock: Clock
}

/** How deliveries go, as charts. Nothing here says anything about a citizen. */
export function deliveryHealthRoutes(parts: HealthParts): Router {
  const router = Router()
  router.get('/operator/health', operators, (req, res) => showHealth(parts, req, res))
  router.get('/operator/health/:agency', operators, (req, res) => showHealthOf(parts, req, res))
  return router
}
