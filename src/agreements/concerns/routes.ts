import { Router } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { showConcerns } from './concerns-page.ts'
import { ENOUGH_CONCERNS } from './mediation.ts'
import { raise, showForm, showSent } from './raise-page.ts'

export interface ConcernParts {
  db: Db
  vault: Vault
  clock: Clock
}

// Fewer in a day than open a mediation: nobody opens one from a single place by clearing their cookies. Whoever has
// signed in is counted by their account, so that a library's readers are not kept out by each other.
const CONCERNS_A_DAY = ENOUGH_CONCERNS - 1

/** What anybody thinks is wrong with an agreement, and what came of it. */
export function concernRoutes(parts: ConcernParts): Router {
  const router = Router()
  const limit = rateLimit(parts.db, {
    ...{ name: 'concern', requests: CONCERNS_A_DAY, seconds: 24 * 3600 },
    key: (req) => req.person?.accountId ?? req.ip ?? 'unknown',
  })
  const form = takes({ single: ['category', 'words'] })

  router.get('/agreements/:id/concerns', anyone, (req, res) => showConcerns(parts, req, res))
  router.get('/agreements/:id/concerns/new', anyone, (req, res) => showForm(parts, req, res))
  router.post('/agreements/:id/concerns/new', anyone, form, limit, (req, res) => raise(parts, req, res))
  router.get('/agreements/:id/concerns/sent', anyone, (req, res) => showSent(parts, req, res))

  return router
}
