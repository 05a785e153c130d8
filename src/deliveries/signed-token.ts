import { eventTypeUri } from '../catalogue/catalogue.ts'
import type { Vault } from '../vault/vault.ts'
import type { SignToken } from './event-token.ts'
import { personId, transactionId } from './fan-out.ts'
import type { Sendable } from './judge.ts'

export interface SigningParts {
  vault: Vault
  baseUrl: string
  sign: SignToken
}

/** The token of a delivery whose disclosure is on record, signed as its stream asks. */
export function signedToken(
  { vault, baseUrl, sign }: SigningParts,
  { delivery, grant, facts, change, happenedAt }: Sendable,
  issuedAt: Date,
): string {
  const token = {
    issuer: baseUrl,
    audience: delivery.agencyId,
    jti: delivery.id,
    transaction: transactionId(vault, delivery.agencyId, delivery.reportId),
    person: personId(vault, delivery.agencyId, delivery.subjectRef),
    event: eventTypeUri(baseUrl, delivery.eventType),
    facts: { ...change, ...facts },
    issuedAt,
    happenedAt,
  }
  return sign(token, grant.subscription.algorithm)
}
