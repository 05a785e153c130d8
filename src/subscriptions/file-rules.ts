import type { AddressRules } from '../agencies/outside-address.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import type { KnownEvent } from '../agreements/agreement-checks.ts'

/** What an agencies file is held against. */
export interface FileRules extends AddressRules {
  /** What can be reported, with its fields: the catalogue's. */
  lifeEvents: readonly KnownEvent[]
  /** What there are keys to sign with; all that we know unless said. */
  algorithms?: readonly Algorithm[]
}
