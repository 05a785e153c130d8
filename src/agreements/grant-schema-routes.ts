import { Router, type Request, type Response } from 'express'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import { notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { machineDoor } from '../web/site.ts'
import { agreementHistory } from './agreement-store.ts'
import { grantSchema } from './grant-schema.ts'
import type { RegisterParts } from './register-routes.ts'

/** The exact form of what a body is told, for each version of its agreement; without one, for that in force. */
export function grantSchemaRoutes({ db, baseUrl, events }: RegisterParts): Router {
  const router = Router()
  router.get('/schemas/agreements/:id/:type', anyone, sendSchema)
  router.get('/schemas/agreements/:id/versions/:version/:type', anyone, sendSchema)
  return machineDoor(router)

  async function sendSchema({ params }: Request, res: Response): Promise<void> {
    const { id, version: wanted, type } = params
    const history = await agreementHistory(db, String(id))
    const agreement = history.find(
      ({ version, latestVersion }) => String(version) === (wanted ?? String(latestVersion)),
    )
    const covered = agreement?.events.some((event) => event.type === type)
    const event = covered ? findLifeEvent(type, events) : undefined
    if (!agreement || !event) throw notFound()
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.type('application/schema+json').send(JSON.stringify(grantSchema(baseUrl, agreement, event)))
  }
}
