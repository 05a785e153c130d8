import type { Clock } from '../../shared/clock.ts'
import { oneLoginFetch, type Fetch } from '../outbound.ts'
import { openProvider, type Provider } from '../provider.ts'
import type { OidcClient } from '../relying-party.ts'

/** Where people sign in for their work: another provider than citizens', and another client of ours there. */
export interface StaffProvider extends Provider {
  client: OidcClient
}

export function openStaffProvider(client: OidcClient, options: { clock: Clock; fetch?: Fetch }): StaffProvider {
  const provider = openProvider(client, { clock: options.clock, fetch: oneLoginFetch(client, options) })
  return { ...provider, client }
}

export const staffCallbackUrl = ({ client }: StaffProvider) => `${client.baseUrl}/staff/callback`
export const staffSignedOutUrl = ({ client }: StaffProvider) => `${client.baseUrl}/staff/signed-out`
