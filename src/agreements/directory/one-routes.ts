import { Router } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import { ukToday } from '../../shared/dates.ts'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { machineDoor } from '../../web/site.ts'
import { agreementHistory } from '../agreement-store.ts'
import type { RegisterParts } from '../register-routes.ts'
import { aboutAgreement } from '../register/about-agreement.ts'
import type { UseOf } from '../register/agreement-use.ts'
import { findEntries } from '../register/entry-store.ts'
import { listedWhole } from '../register/listed-about.ts'
import type { RecordOf } from './agency-record.ts'
import { listedBody } from './listed-body.ts'

// More than any body has; whoever wants them all reads the list of agreements.
const MOST = 1000

/** One body or one agreement, with all that is known of it, for programs. */
export function oneRoutes(parts: RegisterParts & { useOf?: UseOf; recordOf?: RecordOf }): Router {
  const { db, clock, baseUrl, useOf, recordOf } = parts
  const router = Router()
  const inForce = (filter: { agency: string } | { holder: string }) =>
    findEntries(db, { filter: { ...filter, standing: 'live' }, today: ukToday(clock()), limit: MOST })

  router.get('/agencies/:id.json', anyone, async (req, res) => {
    const agency = await findAgency(db, String(req.params['id']))
    if (!agency) throw notFound()
    const [receives, provides, record] = await Promise.all([
      inForce({ agency: agency.id }),
      inForce({ holder: agency.id }),
      recordOf?.(db, agency.id, clock()),
    ])
    res.setHeader('Cache-Control', 'public, max-age=60')
    res.json(listedBody(agency, { receives, provides, record }, baseUrl))
  })

  router.get('/agreements/:id.json', anyone, async (req, res) => {
    const id = String(req.params['id'])
    const [history, about] = await Promise.all([agreementHistory(db, id), aboutAgreement(db, { id }, useOf)])
    const whole = listedWhole(history, about, baseUrl)
    if (!whole) throw notFound()
    res.setHeader('Cache-Control', 'public, max-age=60')
    res.json(whole)
  })

  return machineDoor(router)
}
