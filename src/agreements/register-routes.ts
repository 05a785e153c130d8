import { Router } from 'express'
import type { Db } from '../shared/database.ts'
import { anyone } from '../web/access.ts'
import { machineDoor } from '../web/site.ts'
import { listAgreements, type RegisteredAgreement } from './agreement-store.ts'
import { activityUri } from './agreement.ts'

export interface RegisterParts {
  db: Db
  baseUrl: string
}

/** The register for programs. A body finds here which version of its agreement is in force, to name it when it reports. */
export function registerRoutes({ db, baseUrl }: RegisterParts): Router {
  const router = Router()
  router.get('/agreements.json', anyone, async (_req, res) => {
    const agreements = await listAgreements(db)
    res.setHeader('Cache-Control', 'public, max-age=60')
    res.json({ agreements: agreements.map((agreement) => listed(agreement, baseUrl)) })
  })
  return machineDoor(router)
}

/** In the words of the agencies file. */
const listed = (agreement: RegisteredAgreement, baseUrl: string) => ({
  id: agreement.id,
  version: agreement.version,
  activity_id: activityUri(baseUrl, agreement),
  agency: agreement.agencyId,
  state: agreement.state,
  purpose: agreement.purpose,
  effect: agreement.effect,
  legal_basis: agreement.legalBasis,
  power: agreement.power,
  choice: agreement.choice,
  irreversible: agreement.irreversible,
  matching: agreement.matching,
  minimum_age: agreement.minimumAge,
  usual_days: agreement.usualDays,
  review_on: agreement.reviewOn,
  ends_on: agreement.endsOn,
  events: agreement.events,
})
