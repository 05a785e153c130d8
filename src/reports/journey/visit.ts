import type { Request, RequestHandler, Response } from 'express'
import { findLifeEvent, type Catalogue } from '../../catalogue/catalogue.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { personOf } from '../../identity/person.ts'
import type { AddressLookup } from '../../places/address-lookup.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { notFound } from '../../shared/refusal.ts'
import type { Vault } from '../../vault/vault.ts'
import { textField, type FormFields } from '../../web/form.ts'
import { renderPage } from '../../web/page.ts'
import { ownerIn, type Owner } from '../owner.ts'
import { firstUnanswered, reachableStep, type Journey, type Step } from './journey.ts'
import type { Asking } from '../kinds/kind.ts'
import type { DeathRegister } from '../somebody-else/death-register.ts'
import { glance } from './glance.ts'
import type { OpenJourney, SeenJourney } from './open-journey.ts'
import { paths } from '../paths.ts'
import type { Answering } from './save-answer.ts'
import { openSeen, type WhenGone } from '../drafts/seen-draft.ts'

export interface ReportParts {
  /** The web role's. */
  db: Db
  vault: Vault
  clock: Clock
  addresses: AddressLookup
  deathRegister: DeathRegister
  /** How long what cannot be undone is kept back. */
  coolingOffHours: number
  /** All of the catalogue unless said otherwise. */
  events?: Catalogue
}

/** A citizen who looks at a page of an event. */
export interface Look extends SeenJourney {
  parts: ReportParts
  event: LifeEvent
}

/** A citizen at some page of an event. */
export interface Visit extends Look, OpenJourney {}

export type PageOfEvent = (req: Request, res: Response, visit: Visit) => Promise<void> | void
export type LookOf = (req: Request, res: Response, look: Look) => Promise<void> | void

/**
 * Opens the journey that the path names, with the draft that the form was about; who is too young for the event gets a
 * page that says so. Once the draft is gone, so is its form.
 */
export const visiting =
  (
    parts: ReportParts,
    page: PageOfEvent,
    whenGone: WhenGone = () => Promise.resolve(paths.draftGone),
  ): RequestHandler =>
  async (req, res) => {
    const event = eventOf(req, parts)
    const seen = textField(req.body, DRAFT) || undefined
    const open = await asOwner(parts, req, (owner) => openSeen(owner, event, seen))
    if (!open) return res.redirect(303, await asOwner(parts, req, (owner) => whenGone(owner, seen)))
    await enter(req, res, { ...open, parts, event }, page)
  }

/** The same for pages that write nothing and tell nobody, which people look at most. */
export function lookingAt(parts: ReportParts, page: LookOf): RequestHandler {
  const { db, vault, clock } = parts
  return async (req, res) => {
    const event = eventOf(req, parts)
    const seen = await glance({ db, vault, person: personOf(req), now: clock() }, event, questionIn(req))
    const open = seen ?? (await asOwner(parts, req, (owner) => openSeen(owner, event, undefined)))
    if (open) await enter(req, res, { ...open, parts, event }, page)
  }
}

function eventOf(req: Request, { events }: ReportParts): LifeEvent {
  const event = findLifeEvent(req.params['type'], events)
  if (!event) throw notFound()
  return event
}

async function enter<Entered extends Look>(
  req: Request,
  res: Response,
  visit: Entered,
  page: (req: Request, res: Response, visit: Entered) => Promise<void> | void,
): Promise<void> {
  const { event, age, journey } = visit
  if (age < event.minimumAge) return showTooYoung(req, res, event)
  res.locals['neutralTitle'] = event.safety(journey.given)
  // Events ask some of the same things: with its event's name each page has a title of its own.
  res.locals['caption'] = event.words[req.language].short
  await page(req, res, visit)
}

/** The field of every form of a journey: an answer goes to the draft whose page was seen, whatever another tab opened. */
export const DRAFT = 'draft'

export const withDraft = ({ single = [], ...fields }: FormFields): FormFields => ({
  ...fields,
  single: [...single, DRAFT],
})

/** Where an answer of this visit goes. */
export const answering = ({ event, draft }: Visit): Answering => ({ event, draftId: draft?.id })

/** Reads and writes on behalf of the person who asks, in one transaction. */
export function asOwner<Result>(
  { db, vault, clock }: Pick<ReportParts, 'db' | 'vault' | 'clock'>,
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
  if (question && journey.event.tasks) return paths.tasks(type)
  return question ? paths.question(type, question.name) : paths.checkAnswers(type)
}

function questionIn({ params: { question } }: Request): string | undefined {
  return typeof question === 'string' ? question : undefined
}

/** The step of the path's question; otherwise the citizen has been sent to where they can go on. */
export function stepOf(req: Request, res: Response, { event, journey }: Look): Step | undefined {
  const name = questionIn(req)
  const question = event.questions.find((each) => each.name === name)
  if (!question) throw notFound()
  const step = reachableStep(journey, question.name)
  if (!step) res.redirect(303, furthestPlace(journey))
  return step
}

export const askingOf = (req: Request, { parts, journey }: Look): Asking => ({
  language: req.language,
  given: journey.given,
  known: journey.known,
  addresses: parts.addresses,
  deathRegister: parts.deathRegister,
  now: parts.clock(),
})

function showTooYoung(req: Request, res: Response, event: LifeEvent): void {
  const { title, paragraphs } = event.words[req.language].tooYoung
  renderPage(req, res, 'web/message.njk', { title, paragraphs })
}
