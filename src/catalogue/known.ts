import type { Identity } from '../identity/claims.ts'
import type { PostalAddress } from '../shared/address.ts'
import type { CalendarDate } from '../shared/dates.ts'
import type { PersonNames } from './person-name.ts'

/** What the service holds before the first question: none of it is asked for. */
export interface Known {
  identity: Identity
  /** False: somebody who signed in without proving who they are. Then `identity` holds nothing but an email address. */
  proved: boolean
  /** What earlier reports said and still holds. */
  kept: Kept
  /** Numbers given in earlier reports or standing on a verified document, by the name they are kept under. */
  numbers: Readonly<Record<string, KnownNumber>>
  /** Matching fields that a body which would be told now can use. A number that nobody can use is not asked for. */
  wanted: readonly string[]
  /** In the United Kingdom. */
  today: CalendarDate
}

export interface KnownNumber {
  value: string
  /** True when a verified document says so: then it is not the citizen's to change here. */
  verified: boolean
}

/** What the service remembers for later reports, by name. What a withdrawn report said is forgotten with it. */
export interface Kept {
  /** Where the person lives since `from`. */
  address?: { address: PostalAddress; councils?: string[]; from: CalendarDate }
  /** The name that they go by since `from`. */
  names?: { names: PersonNames; from: CalendarDate }
  contact?: { email?: string; phone?: string }
  children?: { names: PersonNames; birth_date?: CalendarDate }[]
  partner?: { names: PersonNames; birth_date?: CalendarDate }
}

/** What a report says for later ones. Null: what was told of before no longer holds. */
export type ToKeep = Omit<Kept, 'partner'> & { partner?: NonNullable<Kept['partner']> | null }
