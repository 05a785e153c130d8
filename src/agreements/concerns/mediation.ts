import { DAY, later } from '../../shared/clock.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'
import { waysToSettle, type Finding } from './finding.ts'

export const concernCategories = ['too-much', 'purpose', 'law', 'wrong', 'harm', 'other'] as const
/** What somebody's concern about an agreement is. */
export type ConcernCategory = (typeof concernCategories)[number]

export const outcomes = ['no-change', 'agreed', 'finding'] as const
export type Outcome = (typeof outcomes)[number]

export interface Statement {
  side: 'body' | 'concerned'
  /** Null: an operator, for people who raised concerns. */
  agencyId: string | null
  words: Bilingual
  at: Date
}

export interface Mediation {
  id: string
  agreementId: string
  /** The body that is told under the agreement. */
  agencyId: string
  openedBy: 'public' | 'advocate'
  advocateId: string | null
  /** How many of the public had raised a concern when it opened. */
  people: number
  openedAt: Date
  state: 'open' | 'closed'
  mediatorId: string | null
  outcome: Outcome | null
  outcomeWords: Bilingual | null
  closedAt: Date | null
  finding: Finding | null
  statements: Statement[]
}

/**
 * As many of the public as open a mediation. One cross person is not a mediation, and one household may not be; five
 * different people who took the trouble within a year are a sign, and few enough to come together over a rare agreement.
 */
export const ENOUGH_CONCERNS = 5

// A year is how long an agreement runs before its first review: older concerns had their answer there.
const COUNTED_FOR = 365 * DAY

/** From when concerns count: what an earlier mediation answered does not open another. */
export function countedSince(lastClosedAt: Date | null, now: Date): Date {
  const aYearAgo = later(now, -COUNTED_FOR)
  return lastClosedAt !== null && lastClosedAt > aYearAgo ? lastClosedAt : aYearAgo
}

export interface Weighed {
  /** Different people of the public. */
  people: number
  /** An advocate's, that no mediation has answered yet. */
  advocateId: string | null
  /** A mediation is open, or a finding that it led to is. */
  inHand: boolean
  /** The agreement has ended: there is nothing to mediate. */
  ended: boolean
}

/** Who opens a mediation now, if anybody does. */
export function opensMediation({ people, advocateId, inHand, ended }: Weighed): 'public' | 'advocate' | undefined {
  if (inHand || ended) return undefined
  if (advocateId !== null) return 'advocate'
  return people >= ENOUGH_CONCERNS ? 'public' : undefined
}

/** Somebody who looks at a mediation for their work: of a body, of which kind; or an operator. */
export type Party = { agencyId: string; kind: string } | { agencyId: null }

export type Act = 'statement' | 'outcome' | 'improvement' | 'settlement'

/** The one thing that somebody can do about a mediation as it stands. */
export function actOpenTo(party: Party, mediation: Mediation, today: CalendarDate): Act | undefined {
  const { state, finding, agencyId } = mediation
  if (state === 'open') return party.agencyId !== agencyId && isRegulator(party) ? 'outcome' : speaks(party, agencyId)
  if (!finding) return undefined
  if (party.agencyId === agencyId) return ['open', 'answered'].includes(finding.state) ? 'improvement' : undefined
  return party.agencyId === finding.foundBy && waysToSettle(finding, today).length > 0 ? 'settlement' : undefined
}

const isRegulator = (party: Party) => party.agencyId !== null && party.kind === 'regulator'

const speaks = (party: Party, agencyId: string) =>
  party.agencyId === null || party.agencyId === agencyId || party.kind === 'advocate' ? 'statement' : undefined
