import type { JWK } from 'jose'
import type { Scope } from './agency-scopes.ts'

/** What must be known of an agency to let its programs in. Asked for at every call, so that a suspension acts at once. */
export interface AgencyClient {
  id: string
  jwks?: { keys: JWK[] } | undefined
  jwksUri?: string | undefined
  scopes: readonly Scope[]
  active: boolean
}

export type FindAgency = (id: string) => Promise<AgencyClient | undefined>
