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

/** Of no life event: says to a receiver of a stream that it is to throw away what it has, and to fetch it again. */
export const resyncSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Throw away what you have of this stream, and fetch it again',
  type: 'object',
  properties: {
    feed: { type: 'string', format: 'uri', description: 'Where to fetch it from, from the start' },
    reason: { type: 'string', description: 'Why, as whoever asked for it said' },
  },
  required: ['feed'],
  additionalProperties: false,
} as const

/** What a body can be told, for programs: the address of each schema is its event type URI. */
export function catalogueRoutes({ baseUrl, events }: CatalogueParts): Router {
  const router = Router()
  router.get('/schemas/events/:type/v1', anyone, (req, res) => {
    const { type } = req.params
    const event = findLifeEvent(type, events)
    const body = event
      ? { ...event.schema, $id: eventTypeUri(baseUrl, event.type), title: event.words.en.short }
      : type === 'resync' && { ...resyncSchema, $id: eventTypeUri(baseUrl, type) }
    if (!body) throw notFound()
    res.setHeader('Cache-Control', 'public, max-age=300')
    res.type('application/schema+json').send(JSON.stringify(body))
  })
  return machineDoor(router)
}
