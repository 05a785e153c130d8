import type { Request } from 'express'
import { findDeliveryOfAgency } from '../../deliveries/agency-delivery-store.ts'
import { deadLettersOf, redrivable } from '../../deliveries/dead-letter-store.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { deliveryInWords, streamInWords } from '../deliveries/delivery-in-words.ts'
import type { AgencyDeliveriesParts } from '../deliveries/list-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

// What one form does at most: a transaction of seconds. Of a stream with more, the rest is there to be decided about.
const MOST = 5000

/** What is decided about: one, or all of a stream. */
export interface Decided {
  ids: string[]
  /** The stream, where it is all of one. */
  stream?: string
  title: string
  note?: string | undefined
}

/** @throws Refusal not-found for what was not given up, or is another body's. */
export function decidedAbout(parts: AgencyDeliveriesParts, req: Request): Promise<Decided> {
  const { id, stream } = req.params
  const wanted = String(stream ?? id)
  if (!isUuid(wanted)) throw notFound()
  return stream === undefined ? aboutOne(parts, req, wanted) : aboutStream(parts, req, wanted)
}

function aboutOne({ db, clock, events }: AgencyDeliveriesParts, req: Request, id: string): Promise<Decided> {
  const agency = agencyOf(req)
  return inContext(db, { agency }, async (tx) => {
    const delivery = await findDeliveryOfAgency(tx, agency, id, clock())
    if (delivery?.state !== 'given-up' || delivery.discardedAt) throw notFound()
    const { what, time } = deliveryInWords(delivery, req.language, events)
    const words = content[req.language].decide
    const may = (await redrivable(tx, [id])).has(id)
    return { ids: [id], title: words.title(what, time), ...(!may && { note: words.overtaken }) }
  })
}

function aboutStream({ db }: AgencyDeliveriesParts, req: Request, stream: string): Promise<Decided> {
  const agency = agencyOf(req)
  return inContext(db, { agency }, async (tx) => {
    const ids = await deadLettersOf(tx, agency, stream, MOST)
    if (ids.length === 0) throw notFound()
    const words = content[req.language].decide
    const name = streamInWords(await listSubscriptions(tx, [agency]), stream, req.language)
    return { ids, stream, title: words.titleOfStream(name), note: words.ofStream(ids.length) }
  })
}
