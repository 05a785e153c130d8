import type { Grant } from '../subscriptions/grants-store.ts'

/**
 * How a body is told: pushed to, handed over when it polls, opened by its staff, or read again by its programs, which is
 * no matter of the stream's: so a body reads on while its stream is paused, or its receiver gone.
 */
export type Way = 'push' | 'poll' | 'inbox' | 'feed'

/**
 * What the grant as it stands now lets be done with a delivery. Refused for good: nothing grants it any more, or the
 * subscription is disabled. Held for later: the body is suspended, the subscription paused, its endpoint not proved, or it
 * is told another way.
 *
 * @param way in which it is about to be told
 */
export function mayBeSent(grant: Grant | undefined, way: Way = 'push'): 'send' | 'hold' | 'refuse' {
  if (!grant || grant.subscription.status === 'disabled') return 'refuse'
  if (way === 'feed') return grant.agencyActive ? 'send' : 'hold'
  const { method, status, provedAt } = grant.subscription
  const reachable = method === way && (way !== 'push' || provedAt !== null)
  return grant.agencyActive && status === 'enabled' && reachable ? 'send' : 'hold'
}
