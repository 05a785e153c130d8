import { Router } from 'express'
import { findDeliveryOfAgency } from '../../deliveries/agency-delivery-store.ts'
import { viewers } from '../../identity/staff/staff-rules.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { takes, textField } from '../../web/form.ts'
import { showDelivery } from './delivery-page.ts'
import { showDeliveries, type AgencyDeliveriesParts } from './list-page.ts'

/** Where the staff of a body look through what it was told. */
export function agencyDeliveriesRoutes(parts: AgencyDeliveriesParts): Router {
  const router = Router()
  router.get('/agency/deliveries', viewers, (req, res) => showDeliveries(parts, req, res))
  // An id is typed into a form that is sent, so that it stands in no query.
  router.post('/agency/deliveries', viewers, takes({ single: ['jti'] }), async (req, res) => {
    const typed = textField(req.body, 'jti')
    const id = typed.toLowerCase()
    if (!isUuid(id)) return showDeliveries(parts, req, res, { typed, problem: 'jti' })
    const agency = agencyOf(req)
    const found = await inContext(parts.db, { agency }, (tx) => findDeliveryOfAgency(tx, agency, id, parts.clock()))
    if (!found) return showDeliveries(parts, req, res, { typed, problem: 'unknown' })
    res.redirect(303, `/agency/deliveries/${found.id}`)
  })
  router.get('/agency/deliveries/:id', viewers, (req, res) => showDelivery(parts, req, res))
  return router
}
