import { Router } from 'express'
import { viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import { showOverview } from './overview.ts'

export interface ConsoleParts {
  db: Db
  clock: Clock
}

/** The console of an agency's staff. */
export function consoleRoutes(parts: ConsoleParts): Router {
  const router = Router()

  router.get('/agency', viewers, async (req, res) => {
    await showOverview(parts, req, res)
  })

  return router
}
