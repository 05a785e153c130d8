import type { Maintenance } from './maintenance.ts'
import type { WrittenTerms } from './sending-entry.ts'

/** What a body grants of the receiver it is pushed to; null: what we think right. */
export interface SendingLimits {
  /** Calls on their way at once. */
  maxInFlight: number | null
  /** Calls begun in a second. */
  maxPerSecond: number | null
}

/** The same with when its receiver is closed. What is undefined was not said. */
export interface SendingTerms {
  maxInFlight?: number | null | undefined
  maxPerSecond?: number | null | undefined
  maintenance?: Maintenance[] | null | undefined
}

export const sendingTermsOf = (written: WrittenTerms): SendingTerms => ({
  maxInFlight: written.max_in_flight,
  maxPerSecond: written.max_per_second,
  maintenance: written.maintenance?.map(({ day, from, until }) => ({ ...(day && { day }), from, until })),
})

/** As they are written: what a body has not said is not there. */
export const writtenTerms = ({ maxInFlight, maxPerSecond, maintenance }: SendingTerms) => ({
  ...(maxInFlight != null && { max_in_flight: maxInFlight }),
  ...(maxPerSecond != null && { max_per_second: maxPerSecond }),
  ...(maintenance != null && { maintenance }),
})

/** What is not said stays as it stands. */
export const mergedTerms = (said: SendingTerms, standing: SendingTerms) => ({
  maxInFlight: orElse(said.maxInFlight, standing.maxInFlight),
  maxPerSecond: orElse(said.maxPerSecond, standing.maxPerSecond),
  maintenance: orElse(emptied(said.maintenance), standing.maintenance),
})

const orElse = <Value>(said: Value | null | undefined, standing: Value | null | undefined) =>
  said === undefined ? (standing ?? null) : said

/** No maintenance at all is none that is kept. */
const emptied = (maintenance: SendingTerms['maintenance']) => (maintenance?.length === 0 ? null : maintenance)
