import { nationOf, type Nation } from '../agencies/agency.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import type { Grant, GrantedSubscription } from './grants-store.ts'

/** What a grant says of a stream `s` and its body, for whoever is about to tell it something. */
export const GRANTED_COLUMNS = `s.endpoint_url, s.authorization_header, s.token_url, s.token_client, s.proved_at,
  s.algorithm, s.delivers_since, s.max_in_flight, s.max_per_second`

export interface GrantedRow {
  subscription_id: string
  method: GrantedSubscription['method']
  status: GrantedSubscription['status']
  endpoint_url: string | null
  authorization_header: Buffer | null
  token_url: string | null
  token_client: Buffer | null
  proved_at: Date | null
  algorithm: Algorithm
  delivers_since: Date | null
  max_in_flight: number | null
  max_per_second: number | null
  agency_status: 'active' | 'suspended'
  nation: Nation | null
  areas: string[] | null
}

export const grantedTo = (row: GrantedRow): Pick<Grant, 'subscription' | 'agencyActive' | 'nation'> => ({
  subscription: {
    id: row.subscription_id,
    method: row.method,
    endpointUrl: row.endpoint_url,
    authorizationHeader: row.authorization_header,
    tokenUrl: row.token_url,
    tokenClient: row.token_client,
    provedAt: row.proved_at,
    status: row.status,
    algorithm: row.algorithm,
    deliversSince: row.delivers_since,
    maxInFlight: row.max_in_flight,
    maxPerSecond: row.max_per_second,
  },
  agencyActive: row.agency_status === 'active',
  nation: nationOf(row),
})
