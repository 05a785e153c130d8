import { ukToday, formatDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import { cy } from './content/cy.ts'
import { en } from './content/en.ts'

export const words = { en, cy }

/** By which staff tell their streams apart: how they are told, and at which host. */
export function streamName({ method, endpointUrl }: Pick<Subscription, 'method' | 'endpointUrl'>, language: Language) {
  const name = words[language].methods[method]
  return method === 'push' && endpointUrl !== null ? `${name} ${placeOf(new URL(endpointUrl))}` : name
}

const placeOf = ({ host, pathname }: URL) => (pathname === '/' ? host : host + pathname)

export const dayOf = (time: Date, language: Language) => formatDate(ukToday(time), language)
