import type { Request, Response } from 'express'
import { lifeEvents, type Catalogue } from '../../catalogue/catalogue.ts'
import { findDeliveriesOfAgency } from '../../deliveries/agency-delivery-store.ts'
import { agencyDeliveryStates } from '../../deliveries/agency-delivery.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import type { Language } from '../../shared/language.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { pageLinks, pageOf, stretchIn } from '../keyset.ts'
import { renderStaffPage } from '../staff-page.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'
import { deliveryInWords, streamInWords } from './delivery-in-words.ts'
import { readFilter, type ReadFilter } from './read-filter.ts'

const content = { en, cy }

export interface AgencyDeliveriesParts {
  db: Db
  clock: Clock
  events?: Catalogue
}

export interface WrongJti {
  typed: string
  problem: 'jti' | 'unknown'
}

/** @param wrong an id that was looked for and is nobody's, or another body's */
export async function showDeliveries(parts: AgencyDeliveriesParts, req: Request, res: Response, wrong?: WrongJti) {
  const { db, clock, events } = parts
  const { language } = req
  const agency = agencyOf(req)
  const stretch = stretchIn(req.query, 'newest', clock())
  const { streams, read, found } = await inContext(db, { agency }, async (tx) => {
    const streams = await listSubscriptions(tx, [agency])
    const read = readFilter(req.query, streams, events)
    return { streams, read, found: read.problem ? [] : await findDeliveriesOfAgency(tx, agency, read.filter, stretch) }
  })
  const page = pageOf(found, stretch)
  const words = content[language].list
  renderStaffPage(req, res, 'oversight/deliveries/list.njk', {
    ...{ title: words.title, words, wrong, read },
    errors: errorsOf(read, wrong, language),
    problem: read.problem && words.errors[read.problem],
    wrongText: wrong && words.errors[wrong.problem],
    filtered: Object.keys(read.query).length > 0,
    choices: choicesOf(read, streams, language, events),
    rows: page.rows.map((row) => deliveryInWords(row, language, events)),
    ...pageLinks(page, '/agency/deliveries', read.query),
  })
}

const errorsOf = ({ problem }: ReadFilter, wrong: WrongJti | undefined, language: Language) => {
  const { errors } = content[language].list
  return [
    ...(problem ? [{ field: 'day-day', message: errors[problem] }] : []),
    ...(wrong ? [{ field: 'jti', message: errors[wrong.problem] }] : []),
  ]
}

function choicesOf({ filter }: ReadFilter, streams: readonly Subscription[], language: Language, events?: Catalogue) {
  const { list, states } = content[language]
  const all = { value: '', text: list.all }
  const chosen = <Value extends string>(value: Value, text: string, of: Value | undefined) => ({
    ...{ value, text, selected: of === value },
  })
  return {
    states: [all, ...agencyDeliveryStates.map((state) => chosen(state, states[state], filter.state))],
    streams: [all, ...streams.map(({ id }) => chosen(id, streamInWords(streams, id, language), filter.stream))],
    types: [all, ...(events ?? lifeEvents).map(({ type, words }) => chosen(type, words[language].short, filter.type))],
  }
}
