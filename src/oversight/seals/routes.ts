import { Router } from 'express'
import { officers, operators } from '../../identity/staff/staff-rules.ts'
import { takes } from '../../web/form.ts'
import { RENEWAL_FIELDS } from './read-renewal.ts'
import { decideAsSecond, showAsSecond, showToSecond } from './second-pages.ts'
import { askForRenewal, decide, showSeal, showSeals, type SealParts } from './seal-pages.ts'

/**
 * Where two people of a body keep a sealed record back longer. Of a body with one officer alone the second is an operator,
 * or somebody of another body of the cluster.
 */
export function sealRoutes(parts: SealParts): Router {
  const router = Router()
  const asked = takes({ single: RENEWAL_FIELDS })
  router.get('/agency/seals', officers, (req, res) => showSeals(parts, req, res))
  router.get('/agency/seals/others/:renewal', officers, (req, res) => showAsSecond(parts, req, res))
  router.post('/agency/seals/others/:renewal', officers, takes({ single: ['decision'] }), (req, res) =>
    decideAsSecond(parts, req, res),
  )
  router.get('/agency/seals/:id', officers, (req, res) => showSeal(parts, req, res))
  router.post('/agency/seals/:id/renewals', officers, asked, (req, res) => askForRenewal(parts, req, res))
  router.post('/agency/seals/:id/decision', officers, takes({ single: ['decision'] }), (req, res) =>
    decide(parts, req, res),
  )
  router.get('/operator/seals', operators, (req, res) => showToSecond(parts, req, res))
  router.get('/operator/seals/:renewal', operators, (req, res) => showAsSecond(parts, req, res))
  router.post('/operator/seals/:renewal', operators, takes({ single: ['decision'] }), (req, res) =>
    decideAsSecond(parts, req, res),
  )
  return router
}
