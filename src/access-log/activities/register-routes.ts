import { Router, type Response } from 'express'
import { listAgreements } from '../../agreements/agreement-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import { anyone } from '../../web/access.ts'
import { machineDoor } from '../../web/site.ts'
import { activityOfAgreement } from './activity-of-agreement.ts'
import { activityHistory, listActivities } from './activity-store.ts'
import { asListed } from './listed-activity.ts'

export interface ActivityRegisterParts {
  db: Db
  baseUrl: string
  events?: Catalogue
}

/** The register for programs: a body finds here what to name when it reports. */
export function activityRegisterRoutes({ db, baseUrl, events }: ActivityRegisterParts): Router {
  const router = Router()

  router.get('/activities.json', anyone, async (_req, res) => {
    const [own, agreements] = await Promise.all([listActivities(db), listAgreements(db)])
    const all = [...own, ...agreements.map((agreement) => activityOfAgreement(agreement, events))]
    describe(res, '/activities').json({ activities: all.map((activity) => asListed(activity, baseUrl)) })
  })

  router.get('/activities/:agency/:id/versions/:version.json', anyone, async (req, res) => {
    const history = await activityHistory(db, String(req.params['agency']), String(req.params['id']))
    const activity = history.find(({ version }) => String(version) === req.params['version'])
    if (!activity) throw notFound()
    describe(res, activity.path).json(asListed(activity, baseUrl))
  })

  return machineDoor(router)
}

/** The same stands as a page, and both are described in one place (RFC 8288, RFC 8631). */
function describe(res: Response, page: string): Response {
  res.setHeader('Cache-Control', 'public, max-age=60')
  res.setHeader('Link', [
    `<${page}>; rel="alternate"; type="text/html"`,
    '</openapi.json>; rel="service-desc"; type="application/json"',
  ])
  return res
}
