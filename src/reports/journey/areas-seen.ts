import type { LifeEvent } from '../../catalogue/life-event.ts'
import type { Person } from '../../identity/person.ts'

type Whose = Pick<Person, 'accountId'>

// Some hundred bytes each. Beyond it, what was noted first goes.
const MOST = 10_000

const seen = new Map<string, readonly string[]>()

/**
 * The areas that somebody's answers touched when they last looked at a page of the event: a guess at what they touch
 * now, so that what depends on it can be read together with the answers.
 */
export const areasLastSeen = (whose: Whose, event: LifeEvent): readonly string[] => seen.get(keyOf(whose, event)) ?? []

export function noteAreas(whose: Whose, event: LifeEvent, areas: readonly string[]): void {
  const key = keyOf(whose, event)
  seen.delete(key)
  seen.set(key, areas)
  const [oldest] = seen.keys()
  if (seen.size > MOST && oldest !== undefined) seen.delete(oldest)
}

const keyOf = ({ accountId }: Whose, { type }: LifeEvent) => `${accountId} ${type}`
