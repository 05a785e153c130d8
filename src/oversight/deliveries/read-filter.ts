import { lifeEvents, type Catalogue } from '../../catalogue/catalogue.ts'
import { agencyDeliveryStates, type DeliveryFilter } from '../../deliveries/agency-delivery.ts'
import { parseDateParts, type DatePart } from '../../shared/dates.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { textField } from '../../web/form.ts'

export interface ReadFilter {
  filter: DeliveryFilter
  /** What was typed as the day. */
  typed: Record<DatePart, string>
  problem?: 'not-real' | 'partly-blank'
  /** The same filter as the query of a link. */
  query: Record<string, string>
}

const NAMES = ['state', 'stream', 'type', 'day-day', 'day-month', 'day-year'] as const

/** What does not exist is passed over, as if it had not been chosen. */
export function readFilter(
  given: unknown,
  streams: readonly Subscription[],
  events: Catalogue = lifeEvents,
): ReadFilter {
  const field = (name: (typeof NAMES)[number]) => textField(given, name).slice(0, 100)
  const typed = { day: field('day-day'), month: field('day-month'), year: field('day-year') }
  const day = parseDateParts(typed)
  const filter: DeliveryFilter = {
    state: agencyDeliveryStates.find((state) => state === field('state')),
    stream: streams.find(({ id }) => id === field('stream'))?.id,
    type: events.find(({ type }) => type === field('type'))?.type,
    day: day.kind === 'date' ? day.date : undefined,
  }
  const query = Object.fromEntries(NAMES.flatMap((name) => (field(name) ? [[name, field(name)] as const] : [])))
  return {
    filter,
    typed,
    query,
    ...(day.kind === 'not-real' || day.kind === 'partly-blank' ? { problem: day.kind } : {}),
  }
}
