import type { Agency } from '../agencies/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { Subscription } from './subscription.ts'

/** What applying a file does, one by one, in the order in which it can be done. */
export type Change =
  | { kind: 'agency-added' | 'agency-changed'; agency: Agency; changed: string[] }
  | { kind: 'agreement-made' | 'agreement-changed'; agreement: Agreement; changed: string[] }
  | { kind: 'agreement-ended' | 'agreement-resumed'; agreement: Agreement }
  | { kind: 'stream-added' | 'stream-changed'; stream: Stream; id: string | undefined; changed: string[] }
  | { kind: 'stream-removed'; stream: Stream; id: string }

/** A subscription with its header as the receiver gave it, which is how the file and what stands can be compared. */
export interface Stream extends Omit<Subscription, 'id' | 'authorizationHeader'> {
  authorizationHeader: string | null
}
