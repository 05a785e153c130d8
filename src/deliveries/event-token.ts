import type { Facts } from '../catalogue/life-event.ts'
import type { Algorithm, SigningJwk } from '../vault/signing-keys.ts'
import { seconds, setSigner } from './sign-set.ts'

export interface EventToken {
  issuer: string
  /** The agency's id. */
  audience: string
  /** Stays the same in every attempt, so that a body can tell a repetition. */
  jti: string
  /** Pairwise id of the report. */
  transaction: string
  /** Pairwise id of the person. */
  person: string
  /** URI of the event's type. */
  event: string
  /** Exactly what the body may be told, with what it says of an earlier token. */
  facts: Facts
  issuedAt: Date
  /** When the citizen reported it, or did what follows. */
  happenedAt: Date
}

/** Claims of a Security Event Token (RFC 8417): one event, no `sub`, no `exp` (SSF 1.0, sections 4.2.1, 4.1.2 and 4.1.7). */
export const claimsOf = (token: EventToken) => ({
  iss: token.issuer,
  aud: token.audience,
  iat: seconds(token.issuedAt),
  jti: token.jti,
  txn: token.transaction,
  toe: seconds(token.happenedAt),
  sub_id: { format: 'opaque', id: token.person },
  events: { [token.event]: token.facts },
})

export type SignToken = (token: EventToken, algorithm?: Algorithm) => string

/** Compact JWS with our current key for the algorithm. */
export function tokenSigner(signingKeys: readonly SigningJwk[]): SignToken {
  const sign = setSigner(signingKeys)
  return (token, algorithm) => sign(claimsOf(token), algorithm)
}
