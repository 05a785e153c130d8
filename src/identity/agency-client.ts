import type { Scope } from './agency-scopes.ts'

/** What must be known of an agency to let its programs in. Asked for at every call, so that a suspension acts at once. */
export interface AgencyClient {
  id: string
  /** Public keys (RFC 7517) that its programs sign assertions with; either these or where it publishes them. */
  jwks?: { keys: Record<string, unknown>[] } | undefined
  jwksUri?: string | undefined
  /** Thumbprints (RFC 7638) of keys that are refused wherever they stand. */
  revokedKeys?: readonly string[] | undefined
  scopes: readonly Scope[]
  active: boolean
  /** Access tokens from before are refused: a key was revoked then. */
  tokensFrom?: Date | undefined
}

export type FindAgency = (id: string) => Promise<AgencyClient | undefined>
