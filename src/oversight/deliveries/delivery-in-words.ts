import { eventInWords } from '../../agreements/show-agreement.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { AgencyDelivery } from '../../deliveries/agency-delivery.ts'
import { formatDateTime } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

const content = { en, cy }

/** A delivery as its body's staff read it: nothing about a citizen. */
export function deliveryInWords(delivery: AgencyDelivery, language: Language, events?: Catalogue) {
  const { news, answers, states } = content[language]
  const { id, outcome } = delivery
  return {
    id,
    href: `/agency/deliveries/${id}`,
    what: eventInWords(delivery.eventType, language, events),
    news: news[delivery.news],
    state: states[stateOf(delivery)],
    time: formatDateTime(delivery.arrivedAt, language),
    answer: outcome === null ? undefined : wordFor(answers, outcome),
  }
}

/** `2. Push, receiver.example/events`: a stream has no name of its own. */
export function streamInWords(streams: readonly Subscription[], id: string, language: Language): string {
  const index = streams.findIndex((stream) => stream.id === id)
  const stream = streams[index]
  const { methods, gone, stream: inWords } = content[language]
  return stream ? inWords(index + 1, methods[stream.method], placeOf(stream)) : gone
}

/** Why it went wrong, in words where there are any: our own codes, and codes of the transport. */
export const failureInWords = (failure: string | null, language: Language) =>
  failure === null ? undefined : wordFor(content[language].failures, failure)

/** What has a word, by that; else the code itself, which is of the transport or of RFC 8935. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? code

function stateOf({ state, method, discardedAt }: AgencyDelivery): keyof typeof en.states {
  if (state === 'due' && method === 'inbox') return 'unopened'
  return state === 'given-up' && discardedAt ? 'discarded' : state
}

/** Without a query, which may hold a secret. */
function placeOf({ endpointUrl }: Subscription): string {
  if (endpointUrl === null || !URL.canParse(endpointUrl)) return ''
  const { host, pathname } = new URL(endpointUrl)
  return `${host}${pathname}`
}
