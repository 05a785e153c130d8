import type { AddressRules } from '../agencies/outside-address.ts'
import type { KnownEvent } from '../agreements/agreement-checks.ts'

/** What an agencies file is held against. */
export interface FileRules extends AddressRules {
  /** What can be reported, with its fields: the catalogue's. */
  lifeEvents: readonly KnownEvent[]
}
