import type { Request, RequestHandler, Response } from 'express'
import { findLifeEvent } from '../catalogue/catalogue.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import { personOf } from '../identity/person.ts'
import type { AddressLookup } from '../places/address-lookup.ts'
import type { Clock } from '../shared/clock.ts'
import { inContext, type Db } from '../shared/database.ts'
import { notFound } from '../shared/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import { renderPage } from '../web/page.ts'
import { ownerIn, type Owner } from './owner.ts'
import { firstUnanswered, reachableStep, type Journey, type Step } from './journey.ts'
import type { Asking } from './kinds/kind.ts'
import { openJourney, type OpenJourney } from './open-journey.ts'
import { paths } from './paths.ts'

export interface ReportParts {
  /** The web role's. */
  db: Db
  vault: Vault
  clock: Clock
  addresses: AddressLookup
  /** How long what cannot be undone is kept back. */
  coolingOffHours: number
  /** All of the catalogue unless said otherwise. */
  events?: readonly LifeEvent[]
}

/** A citizen at some page of an event. */
export interface Visit extends OpenJourney {
  parts: ReportParts
  event: LifeEvent
}

export type PageOfEvent = (req: Request, res: Response, visit: Visit) => Promise<void> | void

/** Opens the journey that the path names; who is too young for the event gets a page that says so. */
export const visiting =
  (parts: ReportParts, page: PageOfEvent): RequestHandler =>
  async (req, res) => {
    const event = findLifeEvent(req.params['type'], parts.events)
    if (!event) throw notFound()
    const open = await asOwner(parts, req, (owner) => openJourney(owner, event))
    if (open.age < event.minimumAge) return showTooYoung(req, res, event)
    await page(req, res, { ...open, parts, event })
  }

/** Reads and writes on behalf of the person who asks, in one transaction. */
export function asOwner<Result>(
  { db, vault, clock }: ReportParts,
  req: Request,
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const person = personOf(req)
  const context = { account: person.accountId, subjects: person.subjects }
  return inContext(db, context, (tx) => work(ownerIn(tx, { vault, person, now: clock() })))
}

/** Where the journey has got to: the first unanswered question, or check answers. */
export function furthestPlace(journey: Journey): string {
  const { type } = journey.event
  const question = firstUnanswered(journey)?.question
  return question ? paths.question(type, question.name) : paths.checkAnswers(type)
}

/** The step of the path's question; otherwise the citizen has been sent to where they can go on. */
export function stepOf(req: Request, res: Response, { event, journey }: Visit): Step | undefined {
  const name = req.params['question']
  const question = event.questions.find((each) => each.name === name)
  if (!question) throw notFound()
  const step = reachableStep(journey, question.name)
  if (!step) res.redirect(303, furthestPlace(journey))
  return step
}

export const askingOf = (req: Request, { parts, journey }: Visit): Asking => ({
  language: req.language,
  given: journey.given,
  known: journey.known,
  addresses: parts.addresses,
  now: parts.clock(),
})

function showTooYoung(req: Request, res: Response, event: LifeEvent): void {
  const { title, paragraphs } = event.words[req.language].tooYoung
  renderPage(req, res, 'web/message.njk', { title, paragraphs })
}
