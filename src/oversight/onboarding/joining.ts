import type { Request, Response } from 'express'
import { findAgency } from '../../agencies/agency-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import { conformedStreams } from '../../deliveries/conformance/run-store.ts'
import { triedGrants } from '../../deliveries/conformance/tried-grant-store.ts'
import { agencyOf } from '../../identity/staff/staff.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { notFound } from '../../shared/refusal.ts'
import { listSubscriptions } from '../../subscriptions/subscription-store.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { renderStaffPage } from '../staff-page.ts'
import { joiningSteps, type JoiningStep, type Standing } from './joining-steps.ts'
import { provedStreams } from './proved-stream-store.ts'
import type { OnboardingParts } from './routes.ts'
import { words } from './words.ts'

/** What a body still has to do before it is told of its first real person. */
export async function showJoining({ db, clock }: OnboardingParts, req: Request, res: Response): Promise<void> {
  const id = agencyOf(req)
  const steps = joiningSteps(await inContext(db, { agency: id }, (tx) => standingOf(tx, id, clock())))
  const text = words[req.language].joining
  renderStaffPage(req, res, 'oversight/onboarding/joining.njk', {
    ...{ title: text.title, words: text },
    items: steps.map((step) => itemOf(step, req.language)),
    live: steps.every(({ state }) => state !== 'to-do'),
  })
}

async function standingOf(tx: Db, id: string, now: Date): Promise<Standing> {
  const agency = await findAgency(tx, id)
  if (!agency) throw notFound()
  const streams = (await listSubscriptions(tx, [id])).filter(({ status }) => status !== 'disabled')
  const [passed, proved] = [await conformedStreams(tx, id), await provedStreams(tx, id)]
  return {
    hasKeys: hasKeys(agency),
    streams: await Promise.all(streams.map((stream) => streamStanding(tx, stream, { passed, proved, now }))),
    mustConform: agency.conformance === 'required',
  }
}

const hasKeys = ({ jwks, jwksUri }: Agency) => (jwks?.keys.length ?? 0) > 0 || jwksUri !== undefined

async function streamStanding(
  tx: Db,
  { id, method }: Subscription,
  { passed, proved, now }: { passed: ReadonlyMap<string, Date>; proved: ReadonlySet<string>; now: Date },
) {
  const grants = await triedGrants(tx, id, ukToday(now))
  return { method, proved: proved.has(id), passed: passed.has(id), agreed: grants.length > 0 }
}

const HREFS = {
  keys: '/agency/keys',
  stream: '/agency/streams',
  proof: '/agency/streams',
  agreement: '/agency/proposals',
  conformance: '/agency/conformance',
}

function itemOf({ name, state }: JoiningStep, language: Language) {
  const text = words[language].joining
  const step = text[name]
  const tags = {
    done: { text: text.done },
    'to-do': { tag: { text: text.toDo, classes: 'govuk-tag--blue' } },
    'not-needed': { text: text.notNeeded },
  }
  const hint = state === 'not-needed' && name === 'conformance' ? text.waived : step.hint
  return { title: { text: step.title }, hint: { text: hint }, href: HREFS[name], status: tags[state] }
}
