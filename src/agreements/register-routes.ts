import { Router, type Response } from 'express'
import { listAgencies } from '../agencies/agency-store.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { csv } from '../shared/csv.ts'
import type { Db } from '../shared/database.ts'
import { anyone } from '../web/access.ts'
import { machineDoor } from '../web/site.ts'
import { listAgreements } from './agreement-store.ts'
import { listedAgency, listedAgreement } from './register.ts'
import { agencyTable, agreementTable } from './register-rows.ts'

export interface RegisterParts {
  db: Db
  baseUrl: string
  events?: Catalogue
}

/** The registers for programs. A body finds here which version of its agreement is in force, to name it when it reports. */
export function registerRoutes({ db, baseUrl }: RegisterParts): Router {
  const router = Router()
  const agencies = async () => (await listAgencies(db)).map((agency) => listedAgency(agency, baseUrl))
  const agreements = async () => (await listAgreements(db)).map((agreement) => listedAgreement(agreement, baseUrl))

  router.get('/agencies.json', anyone, async (_req, res) => {
    describeList(res, 'agencies', 'csv').json({ agencies: await agencies() })
  })
  router.get('/agencies.csv', anyone, async (_req, res) => {
    describeList(res, 'agencies', 'json')
      .type('csv')
      .send(csv(agencyTable(await agencies())))
  })
  router.get('/agreements.json', anyone, async (_req, res) => {
    describeList(res, 'agreements', 'csv').json({ agreements: await agreements() })
  })
  router.get('/agreements.csv', anyone, async (_req, res) => {
    describeList(res, 'agreements', 'json')
      .type('csv')
      .send(csv(agreementTable(await agreements())))
  })
  return machineDoor(router)
}

/** The same list stands as a page and in another form, and all of them are described in one place (RFC 8288, RFC 8631). */
function describeList(res: Response, list: 'agencies' | 'agreements', other: 'csv' | 'json'): Response {
  const media = { csv: 'text/csv', json: 'application/json' }[other]
  res.setHeader('Cache-Control', 'public, max-age=60')
  res.setHeader('Link', [
    `</${list}>; rel="alternate"; type="text/html"`,
    `</${list}.${other}>; rel="alternate"; type="${media}"`,
    '</openapi.json>; rel="service-desc"; type="application/json"',
  ])
  return res
}
