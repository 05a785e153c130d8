import { takesResync } from '../../subscriptions/stream.ts'
import type { Health } from './operator-store.ts'
import type { words } from './words.ts'

/** What an operator can do with one stream of a body. */
export type StreamAct = keyof (typeof words)['en']['stream']['acts']

export const isStreamAct = (text: string): text is StreamAct => ['pause', 'resume', 'resync'].includes(text)

/**
 * What its body turned off stays off: it alone knows why. Who reads in the browser has nothing to fetch again, and who
 * asked for other events alone would not hear of it.
 */
export function possibleWith(
  { status, method, eventsRequested }: Pick<Health, 'status' | 'method' | 'eventsRequested'>,
  baseUrl: string,
): StreamAct[] {
  if (status === 'disabled') return []
  const resync: StreamAct[] = method !== 'inbox' && takesResync({ eventsRequested }, baseUrl) ? ['resync'] : []
  return [status === 'paused' ? 'resume' : 'pause', ...resync]
}
