import { Router, type Response } from 'express'
import { listAgencies } from '../agencies/agency-store.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { anyone } from '../web/access.ts'
import { machineDoor } from '../web/site.ts'
import { batchesAs, csvLines, isFresh, jsonList, sendStreamed } from '../web/streamed.ts'
import { everyPublished, stampOfPublished } from './published/every-published-store.ts'
import { listedPublished, publishedHeading, publishedLines } from './published/listed-published.ts'
import { everyAgreement, stampOfAgreements } from './register/every-agreement-store.ts'
import { listedAgency, listedAgreement } from './register.ts'
import { agencyTable, agreementHeading, agreementLines } from './register-rows.ts'

export interface RegisterParts {
  db: Db
  clock: Clock
  baseUrl: string
  events?: Catalogue
}

/** The registers for programs. A body finds here which version of its agreement is in force, to name it when it reports. */
export function registerRoutes({ db, clock, baseUrl }: RegisterParts): Router {
  const router = Router()
  const agencies = async () => (await listAgencies(db)).map((agency) => listedAgency(agency, baseUrl))
  const agreements = () => batchesAs(everyAgreement(db), (agreement) => listedAgreement(agreement, baseUrl))
  const published = () =>
    batchesAs(everyPublished(db, ukToday(clock())), (agreement) => listedPublished(agreement, baseUrl))

  router.get('/agencies.json', anyone, async (_req, res) => {
    describeList(res, 'agencies', 'json').json({ agencies: await agencies() })
  })
  router.get('/agencies.csv', anyone, async (_req, res) => {
    describeList(res, 'agencies', 'csv').send(agencyTable(await agencies()))
  })
  router.get('/agreements.json', anyone, async (req, res) => {
    describeList(res, 'agreements', 'json')
    if (isFresh(req, res, await stampOfAgreements(db))) return
    await sendStreamed(req, res, jsonList('agreements', agreements()))
  })
  router.get('/agreements.csv', anyone, async (req, res) => {
    describeList(res, 'agreements', 'csv')
    if (isFresh(req, res, await stampOfAgreements(db))) return
    await sendStreamed(req, res, csvLines(agreementHeading(), agreements(), agreementLines))
  })
  router.get('/agreements/published.json', anyone, async (req, res) => {
    describeList(res, 'agreements/published', 'json')
    if (isFresh(req, res, await stampOfPublished(db))) return
    await sendStreamed(req, res, jsonList('agreements', published()))
  })
  router.get('/agreements/published.csv', anyone, async (req, res) => {
    describeList(res, 'agreements/published', 'csv')
    if (isFresh(req, res, await stampOfPublished(db))) return
    await sendStreamed(req, res, csvLines(publishedHeading, published(), publishedLines))
  })
  return machineDoor(router)
}

const MEDIA = { csv: 'text/csv', json: 'application/json' }
const OTHER = { csv: 'json', json: 'csv' } as const

/** The same list stands as a page and in another form, and all of them are described in one place (RFC 8288, RFC 8631). */
function describeList(res: Response, list: string, form: 'csv' | 'json'): Response {
  const other = OTHER[form]
  res.setHeader('Cache-Control', 'public, max-age=60')
  res.setHeader('Link', [
    `</${list}>; rel="alternate"; type="text/html"`,
    `</${list}.${other}>; rel="alternate"; type="${MEDIA[other]}"`,
    '</openapi.json>; rel="service-desc"; type="application/json"',
  ])
  return res.type(form)
}
