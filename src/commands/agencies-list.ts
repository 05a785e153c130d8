import { listAgencies } from '../agencies/agency-store.ts'
import { listAgreements } from '../agreements/agreement-store.ts'
import { standingOn } from '../agreements/agreement.ts'
import { systemClock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { listSubscriptions } from '../subscriptions/subscription-store.ts'

/** Every body with its agreements and streams, a line for each. */
export async function agenciesInWords(db: Db): Promise<string[]> {
  const [agencies, agreements, streams] = await Promise.all([
    listAgencies(db),
    listAgreements(db),
    listSubscriptions(db),
  ])
  const today = ukToday(systemClock())
  const lines = agencies.flatMap(({ id, name, cluster, active, state }) => [
    `${id}  ${name.en}  ${cluster}  ${state !== 'approved' ? state : active ? 'active' : 'suspended'}`,
    ...agreements
      .filter(({ agencyId }) => agencyId === id)
      .map((one) => `  agreement ${one.id}, version ${one.version}: ${standingOn(today, one)}`),
    ...streams
      .filter(({ agencyId }) => agencyId === id)
      .map((one) => `  stream ${[one.method, receiver(one.endpointUrl)].join(' ').trim()}: ${one.status}`),
  ])
  return lines.length > 0 ? lines : ['No agencies yet: apply an agencies file.']
}

/** Without a query, where some receivers keep a secret. */
function receiver(endpointUrl: string | null): string {
  const url = endpointUrl === null ? null : URL.parse(endpointUrl)
  return url ? `${url.origin}${url.pathname}` : ''
}
