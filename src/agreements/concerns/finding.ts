import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import type { Bilingual } from '../../shared/language.ts'

/** What a regulator found, and what became of it. */
export interface Finding {
  id: string
  /** Id of the regulator. */
  foundBy: string
  words: Bilingual
  improveBy: CalendarDate
  foundAt: Date
  state: 'open' | 'answered' | 'improved' | 'ended'
  /** What the body says it improved. */
  improvement: Bilingual | null
  answeredAt: Date | null
  settledWords: Bilingual | null
  settledAt: Date | null
}

/** A body cannot change a system overnight, and nobody should wait more than a year. In days. */
export const TIME_TO_IMPROVE = { least: 14, most: 365 }

export const leavesTime = (improveBy: CalendarDate, now: Date) =>
  improveBy >= addDays(ukToday(now), TIME_TO_IMPROVE.least) && improveBy <= addDays(ukToday(now), TIME_TO_IMPROVE.most)

/** What a regulator can do about a finding: take what the body says, or, once its day is over, end the agreement. */
export function waysToSettle({ state, improveBy }: Pick<Finding, 'state' | 'improveBy'>, today: CalendarDate) {
  const open = state === 'open' || state === 'answered'
  return [
    ...(state === 'answered' ? (['improved'] as const) : []),
    ...(open && today > improveBy ? (['ended'] as const) : []),
  ]
}
