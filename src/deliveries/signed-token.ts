import { eventTypeUri } from '../catalogue/catalogue.ts'
import type { Vault } from '../vault/vault.ts'
import { claimsOf, type EventToken, type SignToken } from './event-token.ts'
import { personId, transactionId } from './fan-out.ts'
import type { Sendable } from './judge.ts'
import type { ManySigner } from './sign-many.ts'

export interface SigningParts {
  vault: Vault
  baseUrl: string
  sign: SignToken
}

/** The token of a delivery whose disclosure is on record, signed as its stream asks. */
export const signedToken = (parts: SigningParts, sendable: Sendable, issuedAt: Date): string =>
  parts.sign(tokenOf(parts, sendable, issuedAt), sendable.grant.subscription.algorithm)

/** Those of a batch, on the thread that signs. */
export const signedTokens = (
  parts: Pick<SigningParts, 'vault' | 'baseUrl'> & { signer: ManySigner },
  sendables: readonly Sendable[],
  issuedAt: Date,
): Promise<string[]> =>
  parts.signer.sign(
    sendables.map((sendable) => ({
      claims: claimsOf(tokenOf(parts, sendable, issuedAt)),
      algorithm: sendable.grant.subscription.algorithm,
    })),
  )

function tokenOf(
  { vault, baseUrl }: Pick<SigningParts, 'vault' | 'baseUrl'>,
  { delivery, facts, change, happenedAt }: Sendable,
  issuedAt: Date,
): EventToken {
  return {
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
}
