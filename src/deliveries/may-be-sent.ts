import type { Grant } from '../subscriptions/grants-store.ts'

/**
 * What the grant as it stands now lets be done with a delivery. Refused for good: nothing grants it any more, or the
 * subscription is disabled. Held for later: the body is suspended, the subscription paused, or it is told another way.
 *
 * @param way in which it is about to be told: pushed, or handed to whoever polls
 */
export function mayBeSent(grant: Grant | undefined, way: 'push' | 'poll' = 'push'): 'send' | 'hold' | 'refuse' {
  if (!grant || grant.subscription.status === 'disabled') return 'refuse'
  const { method, status, endpointUrl } = grant.subscription
  const reachable = method === way && (way === 'poll' || endpointUrl !== null)
  return grant.agencyActive && status === 'enabled' && reachable ? 'send' : 'hold'
}
