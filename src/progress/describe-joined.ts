import { aboutWords } from '../reports/content/about-words.ts'
import { formatDate } from '../shared/dates.ts'
import { inLanguage, type Language } from '../shared/language.ts'
import type { JoinedDelivery } from './joined-delivery-store.ts'

/** Bodies that an earlier report tells; undefined when there are none. */
export function describeJoined(deliveries: readonly JoinedDelivery[], language: Language) {
  const { title, intro } = aboutWords[language].joined
  if (deliveries.length === 0) return undefined
  const rows = deliveries.map((one) => ({ key: nameOf(one, language), lines: [{ text: stateOf(one, language) }] }))
  return { title, intro, rows }
}

function stateOf({ state, status, effectiveDate }: JoinedDelivery, language: Language): string {
  const { states } = aboutWords[language].joined
  if (status === 'done' && effectiveDate) return states.doneFrom(formatDate(effectiveDate, language))
  return states[status ?? state]
}

function nameOf({ name, purpose }: JoinedDelivery, language: Language): string {
  return purpose ? `${inLanguage(name, language)} (${inLanguage(purpose, language)})` : inLanguage(name, language)
}
