import { Router } from 'express'
import { officers, operators, viewers } from '../../identity/staff/staff-rules.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Vault } from '../../vault/vault.ts'
import { takes } from '../../web/form.ts'
import { raiseForAdvocate, showNew } from './advocate-page.ts'
import { showList } from './list-page.ts'
import { act } from './act.ts'
import { showMediation } from './mediation-page.ts'
import { ACT_FIELDS } from './read-act.ts'

export interface MediationParts {
  db: Db
  vault: Vault
  clock: Clock
}

/** Where bodies answer concerns about their agreements, advocates raise them, and a regulator mediates. */
export function mediationRoutes(parts: MediationParts): Router {
  const router = Router()
  const takesAct = takes({ single: ACT_FIELDS })
  const takesConcern = takes({ single: ['category', 'words', 'words-cy'] })

  router.get('/agency/concerns', viewers, (req, res) => showList(parts, req, res))
  router.get('/agency/concerns/new/:agreement', officers, (req, res) => showNew(parts, req, res))
  router.post('/agency/concerns/new/:agreement', officers, takesConcern, (req, res) =>
    raiseForAdvocate(parts, req, res),
  )
  router.get('/agency/concerns/:id', viewers, (req, res) => showMediation(parts, req, res))
  router.post('/agency/concerns/:id', officers, takesAct, (req, res) => act(parts, req, res))
  router.get('/operator/concerns', operators, (req, res) => showList(parts, req, res))
  router.get('/operator/concerns/:id', operators, (req, res) => showMediation(parts, req, res))
  router.post('/operator/concerns/:id', operators, takesAct, (req, res) => act(parts, req, res))

  return router
}
