import { Router } from 'express'
import { officers } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import { RENEWAL_FIELDS } from './read-renewal.ts'
import { askForRenewal, decide, showSeal, showSeals, type SealParts } from './seal-pages.ts'

/** Where two people of a body keep a sealed record back longer. */
export function sealRoutes(parts: SealParts): Router {
  const router = Router()
  const asked = takes({ single: RENEWAL_FIELDS })
  router.get('/agency/seals', officers, (req, res) => showSeals(parts, req, res))
  router.get('/agency/seals/:id', officers, (req, res) => showSeal(parts, req, res))
  router.post('/agency/seals/:id/renewals', officers, asked, (req, res) => askForRenewal(parts, req, res))
  router.post('/agency/seals/:id/decision', officers, takes({ single: ['decision'] }), (req, res) =>
    decide(parts, req, res),
  )
  return router
}
