import { clusters } from '../../agencies/agency.ts'
import { lifeEvents } from '../../catalogue/catalogue.ts'
import { words } from '../show-agreement.ts'
import type { Reading } from './list-page.ts'
import { reviewsToAskFor, standingsToAskFor, type RegisterFilter } from './register-filter.ts'
import { registerWords } from './words.ts'

/** What the register can be narrowed by with a choice, and what is chosen. */
export function choicesOf(filter: RegisterFilter, { language, events = lifeEvents }: Reading) {
  const { list: text, standings } = registerWords[language]
  const items = <Value extends string | number>(
    values: readonly Value[],
    textOf: (value: Value) => string,
    chosen: Value | undefined,
  ) => [
    { value: '', text: text.all },
    ...values.map((value) => ({ value, text: textOf(value), selected: value === chosen })),
  ]
  const names = new Map(events.map((event) => [event.type, event.words[language].short]))
  return {
    standings: items(standingsToAskFor, (standing) => standings[standing], filter.standing),
    clusters: items(clusters, (cluster) => words[language].clusters[cluster], filter.cluster),
    events: items([...names.keys()], (type) => names.get(type) ?? type, filter.event),
    reviews: items(reviewsToAskFor, text.reviewWithin, filter.review),
    open: MORE.some((name) => filter[name] !== undefined),
  }
}

const MORE = ['purpose', 'power', 'event', 'cluster', 'review'] as const
