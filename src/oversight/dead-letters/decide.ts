import type { Request, Response } from 'express'
import { findDeliveryOfAgency } from '../../deliveries/agency-delivery-store.ts'
import { deadLettersOf, redrivable } from '../../deliveries/dead-letter-store.ts'
import { actOnDeadLetters } from '../../deliveries/dead-letters.ts'
import { agencyOf, staffOf } from '../../identity/staff/staff.ts'
import { inContext } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { isUuid } from '../../shared/references.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import { textField } from '../../web/form.ts'
import { deliveryInWords, streamInWords } from '../deliveries/delivery-in-words.ts'
import type { AgencyDeliveriesParts } from '../deliveries/list-page.ts'
import { noteStaffDone } from '../staff-done.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }
const ACTS = ['redrive', 'discard'] as const
const LONGEST = 500

// What one form does at most: a transaction of seconds. Of a stream with more, the rest is there to be decided about.
const MOST = 5000

/** What is decided about: one, or all of a stream. */
interface Decided {
  ids: string[]
  /** The stream, where it is all of one. */
  stream?: string
  title: string
  note?: string | undefined
}

export async function showDecision(parts: AgencyDeliveriesParts, req: Request, res: Response): Promise<void> {
  ask(req, res, await decidedAbout(parts, req))
}

/** With a reason, which is kept with who it was. */
export async function decide(parts: AgencyDeliveriesParts, req: Request, res: Response): Promise<void> {
  const decided = await decidedAbout(parts, req)
  const reason = textField(req.body, 'reason')
  const act = ACTS.find((known) => known === textField(req.body, 'act'))
  const { errors } = content[req.language].decide
  const problems = [
    ...(act ? [] : [{ field: 'act', message: errors.act }]),
    ...(reason === '' ? [{ field: 'reason', message: errors.reason }] : []),
    ...(reason.length > LONGEST ? [{ field: 'reason', message: errors.long }] : []),
  ]
  if (!act || problems.length > 0) return ask(req, res, decided, { act, reason, problems })
  const { ids, stream } = decided
  const affected = await inContext(parts.db, { agency: agencyOf(req) }, (tx) =>
    actOnDeadLetters(tx, { act, staff: staffOf(req), ids, reason, ...(stream && { stream }) }, parts.clock()),
  )
  noteStaffDone(req, { what: act === 'redrive' ? 'redriven' : 'discarded', count: affected.length })
  res.redirect(303, '/agency/dead-letters')
}

/** @throws Refusal not-found for what was not given up, or is another body's. */
function decidedAbout(parts: AgencyDeliveriesParts, req: Request): Promise<Decided> {
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

interface Typed {
  act?: (typeof ACTS)[number] | undefined
  reason: string
  problems: { field: string; message: string }[]
}

function ask(req: Request, res: Response, { title, note }: Decided, typed: Typed = { reason: '', problems: [] }): void {
  const messageAt = (field: string) => typed.problems.find((problem) => problem.field === field)?.message
  renderStaffPage(req, res, 'oversight/dead-letters/decide.njk', {
    ...{ title, note, words: content[req.language].decide, backLink: '/agency/dead-letters', action: req.path },
    ...{ errors: typed.problems, reason: typed.reason },
    actError: messageAt('act'),
    reasonError: messageAt('reason'),
    items: itemsOf(req.language, typed.act),
  })
}

const itemsOf = (language: Language, chosen: Typed['act']) =>
  ACTS.map((value) => {
    const { acts, hints } = content[language].decide
    return { value, text: acts[value], hint: { text: hints[value] }, checked: value === chosen }
  })
