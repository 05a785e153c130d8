import { HOUR, later, MINUTE, SECOND } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Vault } from '../vault/vault.ts'
import { openEndpoint } from './endpoint.ts'
import { claimProofs, settleProof, type ClaimedProof } from './endpoint-proof-store.ts'
import { proveEndpoint, type ProofParts, type ProofResult } from './prove-endpoint.ts'
import { createSender, type Sender } from './sender.ts'

export interface ProverParts extends ProofParts {
  db: Db
  vault: Vault
  logger: Logger
  /** An endpoint has proved itself: what waited for that may go. */
  onProved: () => void
}

export interface Prover extends Pick<Sender, 'drain'> {
  /** Claims streams whose endpoints are to prove themselves, and sets that going. @returns how many were claimed. */
  prove: Sender['send']
}

// Endpoints are few, and hang for a minute at most.
const MOST_IN_FLIGHT = 64
// Whoever puts a receiver right looks on; one that nobody looks after is asked once an hour.
const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE]
// Three calls, and an access token before each.
const PUSHES = 4

/** Lets new and changed endpoints prove themselves, each without waiting for another. */
export function createProver(parts: ProverParts): Prover {
  const sender = createSender({
    ...{ clock: parts.clock, lease: PUSHES * parts.timeout, most: MOST_IN_FLIGHT },
    claim: (claim) => claimProofs(parts.db, claim),
    sendOne: (proof) => proveOne(parts, proof),
    failed: ({ endpoint: { id: subscription } }, err) =>
      parts.logger.error({ err, subscription }, 'an endpoint could not be tried'),
  })
  return { prove: () => sender.send(), drain: () => sender.drain() }
}

async function proveOne(parts: ProverParts, proof: ClaimedProof): Promise<void> {
  const { db, clock, logger, onProved } = parts
  const { agencyId: agency, endpoint } = proof
  const result = await tried(parts, proof)
  const now = clock()
  await settleProof(db, proof, result, { now, next: later(now, DELAYS[proof.attempts] ?? HOUR) })
  if (result.kind === 'proved') return onProved()
  const { step, detail } = result
  logger.warn({ agency, subscription: endpoint.id, step, detail }, 'an endpoint has not proved itself')
}

/** What the receiver gave may be sealed under a key that is gone: people see that where they see why it failed. */
async function tried(parts: ProverParts, { agencyId, algorithm, endpoint }: ClaimedProof): Promise<ProofResult> {
  try {
    return await proveEndpoint(parts, { agencyId, algorithm, endpoint: openEndpoint(parts.vault, endpoint) })
  } catch (error) {
    parts.logger.error({ err: error, subscription: endpoint.id }, 'an endpoint cannot be tried')
    return { kind: 'failed', step: 'verification', detail: 'unready' }
  }
}
