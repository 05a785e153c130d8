import { Router } from 'express'
import { notFound } from '../shared/refusal.ts'
import { anyone } from '../web/access.ts'
import { machineDoor } from '../web/site.ts'
import { eventTypeUri, findLifeEvent } from './catalogue.ts'
import type { LifeEvent } from './life-event.ts'

export interface CatalogueParts {
  baseUrl: string
  /** All of the catalogue unless said otherwise. */
  events?: readonly LifeEvent[]
}

/** What a body can be told, for programs: the address of each schema is its event type URI. */
export function catalogueRoutes({ baseUrl, events }: CatalogueParts): Router {
  const router = Router()
  router.get('/schemas/events/:type/v1', anyone, (req, res) => {
    const event = findLifeEvent(req.params['type'], events)
    if (!event) throw notFound()
    const body = { ...event.schema, $id: eventTypeUri(baseUrl, event.type), title: event.words.en.short }
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.type('application/schema+json').send(JSON.stringify(body))
  })
  return machineDoor(router)
}
