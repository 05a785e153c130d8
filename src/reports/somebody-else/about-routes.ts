import { Router } from 'express'
import { citizens } from '../../identity/access-rules.ts'
import { personLimits } from '../../identity/person-limits.ts'
import { anyone } from '../../web/access.ts'
import { takes } from '../../web/form.ts'
import { showReportADeath, showReportedAsDead } from './about-pages.ts'
import { showReportedAbout, takeBackEverywhere } from './reported-about-page.ts'
import { showThisIsWrong } from './this-is-wrong-page.ts'
import type { ReportParts } from '../journey/visit.ts'

// Who is alive looks once, and comes back to see how far it is.
const LOOK_UPS = { name: 'reported-about', perPerson: 20, perAddress: 120 }

/** Where to begin to report a death, and where to go when a report is wrong. */
export function aboutRoutes(parts: ReportParts): Router {
  const router = Router()
  const limits = personLimits(parts.db, LOOK_UPS)
  router.get('/report-a-death', anyone, showReportADeath)
  router.get('/reported-as-dead', anyone, showReportedAsDead)
  router.get('/reported-as-dead/report', citizens, limits, showReportedAbout(parts))
  router.post('/reported-as-dead/report', citizens, limits, takes(), takeBackEverywhere(parts))
  router.get('/this-is-wrong', anyone, showThisIsWrong(parts))
  return router
}
