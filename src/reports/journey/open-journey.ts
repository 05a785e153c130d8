import type { Answers } from '../../catalogue/answers.ts'
import type { Known } from '../../catalogue/known.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { verifiedNumbers } from '../../catalogue/matching-numbers.ts'
import { identityIn } from '../../identity/account-store.ts'
import { contactOf, type Contact } from '../../identity/contact-store.ts'
import type { Identity } from '../../identity/claims.ts'
import { ageOn, ukToday } from '../../shared/dates.ts'
import { recipientsOf, type Recipient } from '../../subscriptions/recipients-store.ts'
import { aboutSomebody, type AboutSomebody } from '../somebody-else/about.ts'
import { emptyDraft, type Draft } from '../drafts/draft.ts'
import type { EarlierReport } from '../somebody-else/earlier-report.ts'
import { earlierReport } from '../somebody-else/earlier-report-store.ts'
import type { Owner } from '../owner.ts'
import { journeyThrough, type Journey } from './journey.ts'
import { recall } from '../kept-store.ts'

/** Where a citizen stands in an event: their draft, and their way through it. */
export interface SeenJourney {
  draft: Draft | undefined
  journey: Journey
  /** In whole years, today. Of somebody whose birth date is not proved it bars nothing. */
  age: number
}

/** The same, with who would be told. */
export interface OpenJourney extends SeenJourney {
  recipients: readonly Recipient[]
  /** Whom it is about, once that is known and is not the person themselves. */
  about?: AboutSomebody | undefined
  /** What was reported of the same matter before. */
  earlier?: EarlierReport | undefined
}

/** In the citizen's context. @param held what is known of the person, when it was read already */
export async function openJourney(
  owner: Owner,
  event: LifeEvent,
  draft: Draft | undefined,
  held?: Known,
): Promise<OpenJourney> {
  const { answers } = draft ?? emptyDraft
  const known = draft?.correctsReportId || !held ? await whatIsKnown(owner, draft?.correctsReportId) : held
  const areas = areasOf(event, answers, known)
  const recipients = await recipientsOf(owner.tx, { eventType: event.type, areas, today: known.today })
  const agreements = recipients.filter(({ withoutFile }) => !withoutFile).map(({ agreement }) => agreement)
  const open = journeyWith(event, answers, known, agreements)
  return { draft, recipients, ...open, ...(await whomItIsAbout(owner, open.journey, draft)) }
}

/** What a body that would be told can find a person by. */
export interface WantedMatching {
  matching: readonly string[]
  /** From which it is told, in whole years; null for everybody. */
  minimumAge: number | null
}

/** GSS codes of the areas that a report of these answers touches. */
export const areasOf = (event: LifeEvent, answers: Answers, known: Known) =>
  event.areas(journeyThrough(event, answers, known).given, known)

/** The way through an event, with the numbers that bodies can use which are told under such agreements. */
export function journeyWith(event: LifeEvent, answers: Answers, known: Known, told: readonly WantedMatching[]) {
  const age = known.proved ? ageOn(known.identity.birthDate, known.today) : Infinity
  const wanted = told.filter(({ minimumAge }) => age >= (minimumAge ?? 0)).flatMap(({ matching }) => matching)
  return { journey: journeyThrough(event, answers, { ...known, wanted }), age }
}

/** A correction joins nothing: its report has, or has not. */
async function whomItIsAbout({ tx, vault }: Owner, { event, given, known }: Journey, draft: Draft | undefined) {
  const named = event.about?.(given, known)
  if (!named) return {}
  const about = aboutSomebody(vault, named, known.proved)
  if (draft?.correctsReportId) return { about }
  return { about, earlier: await earlierReport(tx, about.matter) }
}

/** All that the service holds of the person before the first question. @param except a report that is being corrected */
export async function whatIsKnown(owner: Owner, except?: string): Promise<Known> {
  const { person, now } = owner
  const { proved } = person
  // What was proved in an earlier session is not shown to who has not proved it in this one.
  const [identity, recalled] = proved ? await provedAndTold(owner, except) : await justSignedIn(owner)
  return knownFrom(identity, recalled, { proved, today: ukToday(now) })
}

export function knownFrom(
  identity: Identity,
  { kept, numbers }: Recalled,
  { proved, today }: Pick<Known, 'proved' | 'today'>,
): Known {
  const known = Object.entries(numbers).map(([name, value]) => [name, { value, verified: false }] as const)
  return {
    ...{ identity, proved, kept, today },
    numbers: { ...Object.fromEntries(known), ...verifiedNumbers(identity) },
    wanted: [],
  }
}

type Recalled = Awaited<ReturnType<typeof recall>>

const nobody: Identity = { names: [], birthDate: '', addresses: [], drivingPermits: [], passports: [] }

/** Both asked for at once, which is one way there and back. */
function provedAndTold(owner: Owner, except: string | undefined): Promise<[Identity, Recalled]> {
  return Promise.all([identityIn(owner.tx, owner.person, owner.dataKey), recall(owner, except)])
}

async function justSignedIn(owner: Owner): Promise<[Identity, Recalled]> {
  return [
    { ...nobody, ...(await reachable(owner)) },
    { kept: {}, numbers: {} },
  ]
}

/** Nothing but how to reach them. */
async function reachable({ tx, vault, person }: Owner): Promise<Contact> {
  const { email, phone } = (await contactOf(tx, vault, person.accountId)) ?? {}
  return { ...(email && { email }), ...(phone && { phone }) }
}
