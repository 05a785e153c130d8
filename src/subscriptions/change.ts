import type { Invitation, KnownMember } from '../identity/staff/staff-store.ts'
import type { Activity } from '../access-log/activities/registered-activity.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { Subscription, TokenClient } from './subscription.ts'

/** What applying a file does, one by one, in the order in which it can be done. */
export type Change =
  | { kind: 'agency-added' | 'agency-changed'; agency: Agency; changed: string[] }
  | { kind: 'agency-off-boarded'; agencyId: string }
  | {
      kind: 'agreement-made' | 'agreement-changed'
      agreement: Agreement
      changed: string[]
      /** The names of two people, where the file has them. */
      approvedBy?: string[]
    }
  | { kind: 'agreement-ended' | 'agreement-resumed'; agreement: Agreement }
  | { kind: 'activity-made' | 'activity-changed'; activity: Activity; changed: string[] }
  | { kind: 'activity-ended' | 'activity-resumed'; activity: Activity }
  | { kind: 'stream-added' | 'stream-changed'; stream: Stream; id: string | undefined; changed: string[] }
  | { kind: 'stream-removed'; stream: Stream; id: string }
  | { kind: 'member-invited'; member: Invitation }
  | { kind: 'member-role-changed'; member: KnownMember; role: Invitation['role'] }
  | { kind: 'member-removed'; member: KnownMember }

/**
 * An agreement that two people approved outside the file: not named there, or there with what stood before. Or one that a
 * regulator ended and the file still names.
 */
export interface Warning {
  kind: 'agreement-kept' | 'agreement-overtaken' | 'agreement-barred'
  agreement: Agreement
}

/** A subscription with its header and our client as the receiver gave them, which is how the file and what stands can be compared. */
export interface Stream extends Omit<Subscription, 'id' | 'authorizationHeader' | 'tokenClient'> {
  authorizationHeader: string | null
  tokenClient?: TokenClient | null
}
