import type { Grant } from '../subscriptions/grants-store.ts'

/**
 * What the grant as it stands now lets be done with a delivery. Refused for good: nothing grants it any more, or the
 * subscription is disabled. Held for later: the body is suspended, the subscription paused, or it polls for itself.
 */
export function mayBeSent(grant: Grant | undefined): 'send' | 'hold' | 'refuse' {
  if (!grant || grant.subscription.status === 'disabled') return 'refuse'
  const { method, status, endpointUrl } = grant.subscription
  return grant.agencyActive && status === 'enabled' && method === 'push' && endpointUrl !== null ? 'send' : 'hold'
}
