/** A body's Shared Signals stream: how it is told, of what. */
export interface Subscription {
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
  /** Event types it asks for; null is all that its agreements cover. */
  events: string[] | null
  /** Agreements it serves; null is all of its body. */
  agreements: string[] | null
  status: Status
}

export const methods = ['push', 'poll', 'inbox'] as const
export type Method = (typeof methods)[number]

/** Paused: kept for later. Disabled: dropped. */
export type Status = (typeof statuses)[number]
export const statuses = ['enabled', 'paused', 'disabled'] as const

/** Where a receiver's authorization header is sealed. */
export const headerPlace = (subscriptionId: string) => ({
  table: 'subscriptions',
  column: 'authorization_header',
  row: subscriptionId,
})
