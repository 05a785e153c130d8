import type { Act, Decision } from '../../agreements/decisions/decision.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** How many say that a body asked them for what another one holds. */
export interface AskedTwice {
  askerId: string
  /** As `findFact` knows it. */
  fact: string
  /** Null: those who said it do not know. */
  holderId: string | null
  people: number
  firstOn: CalendarDate
  lastOn: CalendarDate
  /** When there were enough to request that the fact is shared; null: not yet. */
  askedAt: Date | null
  agreementId: string | null
  /** What was decided last about that agreement, and by whom. */
  last: Pick<Decision, 'act' | 'role'> | null
}

/**
 * As many people as open a request to share. One may have misunderstood a form; ten who say the same of the same two
 * bodies have not, and the body that is asked must be able to trust that a request is worth its while.
 */
export const ENOUGH_ASKED = 10

/** Fewer are not published as a number: somebody who knows one of them might learn from it what they said. */
export const FEWEST_PUBLISHED = 5

/** The number that is published; null: fewer than the fewest. */
export const publishedPeople = ({ people }: Pick<AskedTwice, 'people'>): number | null =>
  people < FEWEST_PUBLISHED ? null : people

/** Whether a request to share opens now. */
export const opensRequest = ({ people, holderId, askedAt }: Pick<AskedTwice, 'people' | 'holderId' | 'askedAt'>) =>
  people >= ENOUGH_ASKED && holderId !== null && askedAt === null

export type CameOfIt = 'counted' | 'opened' | 'asked' | 'shared' | 'declined' | 'over'

/** What came of it so far, for those who said it and for everybody. */
export function cameOfIt({ askedAt, last }: Pick<AskedTwice, 'askedAt' | 'last'>): CameOfIt {
  if (askedAt === null) return 'counted'
  // What the public requests waits for the body that asks, and not yet for the one that holds.
  if (last === null || (last.act === 'requested' && last.role === 'public')) return 'opened'
  return AFTER[last.act] ?? 'shared'
}

const AFTER: Partial<Record<Act, CameOfIt>> = {
  requested: 'asked',
  considered: 'asked',
  escalated: 'asked',
  objected: 'asked',
  declined: 'declined',
  withdrawn: 'over',
  lapsed: 'over',
  ended: 'over',
}
