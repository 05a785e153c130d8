import type { Identity } from '../identity/claims.ts'
import type { CalendarDate } from '../shared/dates.ts'

/** What the service holds before the first question: none of it is asked for. */
export interface Known {
  identity: Identity
  /** Numbers given in earlier reports or standing on a verified document, by the name they are kept under. */
  numbers: Readonly<Record<string, KnownNumber>>
  /** Matching fields that a body which would be told now can use. A number that nobody can use is not asked for. */
  wanted: readonly string[]
  /** In the United Kingdom. */
  today: CalendarDate
}

export interface KnownNumber {
  value: string
  /** True when a verified document says so: then it is not the citizen's to change here. */
  verified: boolean
}
