import type { Algorithm } from '../vault/signing-keys.ts'
import type { SendingTerms } from './sending-limits.ts'

/** A body's Shared Signals stream: how it is told, of what. */
export interface Subscription extends SendingTerms {
  id: string
  agencyId: string
  /** Its place in the agencies file; null when made through the API. */
  position: number | null
  method: Method
  /** For push only. */
  endpointUrl: string | null
  /** Sealed; for push only. */
  authorizationHeader: Buffer | null
  /** For push only: where to get a token of the receiver's own. */
  tokenUrl: string | null
  /** Sealed: as whom we ask for one there. */
  tokenClient?: Buffer | null
  /** Event types it asks for; null is all that its agreements cover. */
  events: string[] | null
  /** Agreements it serves; null is all of its body. */
  agreements: string[] | null
  status: Status
  /** What its tokens are signed with; ES256 unless said. */
  algorithm?: Algorithm
}

export const methods = ['push', 'poll', 'inbox'] as const
export type Method = (typeof methods)[number]

/** Paused: kept for later. Disabled: dropped. */
export type Status = (typeof statuses)[number]
export const statuses = ['enabled', 'paused', 'disabled'] as const

/**
 * As whom we ask for access tokens at a receiver's token endpoint: with a secret of its giving, or with an assertion
 * that we sign (RFC 7523, section 2.2), which is verified with the keys that verify our events.
 */
export interface TokenClient {
  /** Unless the receiver gives one: our own address in the agencies file; through the API one that is its body's alone. */
  clientId?: string | undefined
  /** Absent: an assertion. */
  secret?: string | undefined
  /** How the secret is shown (RFC 6749, section 2.3.1). */
  secretIn: 'body' | 'header'
  scope?: string | undefined
}

/** Where a receiver's authorization header is sealed. */
export const headerPlace = (subscriptionId: string) => ({
  table: 'subscriptions',
  column: 'authorization_header',
  row: subscriptionId,
})

/** Where what we are to a receiver's token endpoint is sealed. */
export const tokenClientPlace = (subscriptionId: string) => ({
  table: 'subscriptions',
  column: 'token_client',
  row: subscriptionId,
})
