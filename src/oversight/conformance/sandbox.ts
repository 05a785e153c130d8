import type { Request, Response } from 'express'
import { findLifeEvent } from '../../catalogue/catalogue.ts'
import { sandboxTokens } from '../../deliveries/conformance/sandbox-store.ts'
import { addTokens } from '../../deliveries/conformance/synthetic-token-store.ts'
import { madeUpToken } from '../../deliveries/conformance/synthetic-token.ts'
import { triedGrants, type TriedGrant } from '../../deliveries/conformance/tried-grant-store.ts'
import { recordAction } from '../../identity/staff/staff-action-store.ts'
import { agencyOf, atLeast, staffOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { formatDateTime, ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { textField } from '../../web/form.ts'
import type { FieldError } from '../../web/page.ts'
import { renderStaffPage } from '../staff-page.ts'
import type { ConformanceParts } from './routes.ts'
import { streamName, words } from './tried-stream.ts'

declare module 'express-session' {
  interface SessionData {
    /** A made-up event was sent, and the page has not said so yet. */
    syntheticSent: boolean
  }
}

const MOST_SHOWN = 20

export async function showSandbox(
  { db, clock, events }: ConformanceParts,
  req: Request,
  res: Response,
  errors: FieldError[] = [],
): Promise<void> {
  const agency = agencyOf(req)
  const { options, sent } = await inContext(db, { agency }, async (tx) => ({
    options: await optionsOf(tx, agency, clock()),
    sent: await sandboxTokens(tx, agency, MOST_SHOWN),
  }))
  const text = words[req.language].sandbox
  const nameOf = (type: string) => findLifeEvent(type, events)?.words[req.language].short ?? type
  const { syntheticSent = false } = req.session
  delete req.session.syntheticSent
  renderStaffPage(req, res, 'oversight/conformance/sandbox.njk', {
    title: text.title,
    words: text,
    items: options.map((option) => itemOf(option, nameOf, req.language)),
    sent: sent.map(({ eventType, state, outcome, sentAt }) => ({
      sent: formatDateTime(sentAt, req.language),
      ...{ event: nameOf(eventType), state: text.states[state], outcome: outcome ?? text.noOutcome },
    })),
    justSent: syntheticSent,
    maySend: (atLeast('officer') as readonly string[]).includes(staffOf(req).role),
    errors,
  })
}

export async function sendSynthetic(parts: ConformanceParts, req: Request, res: Response): Promise<void> {
  const [agency, staff, now] = [agencyOf(req), staffOf(req), parts.clock()]
  const wanted = textField(req.body, 'event')
  const sent = await inContext(parts.db, { agency }, async (tx) => {
    const option = (await optionsOf(tx, agency, now)).find((one) => valueOf(one) === wanted)
    if (!option) return false
    const { stream, grant } = option
    const token = madeUpToken(grant.eventType, grant.fields, parts.events)
    await addTokens(tx, { subscriptionId: stream.id, agencyId: agency, runId: null, step: null }, [token], now)
    await recordAction(tx, { staff, action: 'synthetic-event-sent', target: token.jti, at: now })
    return true
  })
  if (!sent) {
    return showSandbox(parts, req, res, [{ field: 'event', message: words[req.language].sandbox.missing }])
  }
  req.session.syntheticSent = true
  res.redirect(303, '/agency/sandbox')
}

interface Option {
  stream: Subscription
  grant: TriedGrant
}

/** Each event of each agreement over each stream that is on; the inbox has its own practice in a run. */
async function optionsOf(tx: Db, agency: string, now: Date): Promise<Option[]> {
  const streams = await listSubscriptions(tx, [agency])
  const options: Option[] = []
  for (const stream of streams.filter(({ method, status }) => method !== 'inbox' && status === 'enabled')) {
    const grants = await triedGrants(tx, stream.id, ukToday(now))
    options.push(...grants.map((grant) => ({ stream, grant })))
  }
  return options
}

const valueOf = ({ stream, grant }: Option) => `${stream.id}/${grant.agreementId}/${grant.eventType}`

const itemOf = (option: Option, nameOf: (type: string) => string, language: Language) => ({
  value: valueOf(option),
  text: words[language].sandbox.option(nameOf(option.grant.eventType), streamName(option.stream, language)),
  hint: { text: option.grant.agreementId },
})
