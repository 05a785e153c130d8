import { randomUUID } from 'node:crypto'
import { HOUR, later, MINUTE, SECOND } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Vault } from '../vault/vault.ts'
import { openEndpoint } from './endpoint.ts'
import { claimProofs, settleProof, type ClaimedProof } from './endpoint-proof-store.ts'
import { proveEndpoint, type ProofParts, type ProofResult } from './prove-endpoint.ts'

export interface ProverParts extends ProofParts {
  db: Db
  vault: Vault
  logger: Logger
  /** An endpoint has proved itself: what waited for that may go. */
  onProved: () => void
}

export interface Prover {
  /** Claims streams whose endpoints are to prove themselves, and sets that going. @returns how many were claimed. */
  prove(): Promise<number>
  /** Resolves when what is on its way is settled. */
  drain(): Promise<void>
}

// Endpoints are few, and hang for a minute at most.
const MOST_IN_FLIGHT = 64
// Whoever puts a receiver right looks on; one that nobody looks after is asked once an hour.
const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE]
// Three calls, and an access token before each.
const PUSHES = 4

/** Lets new and changed endpoints prove themselves, each without waiting for another. */
export function createProver(parts: ProverParts): Prover {
  const inFlight = new Set<Promise<void>>()
  return {
    async prove() {
      const limit = MOST_IN_FLIGHT - inFlight.size
      if (limit <= 0) return 0
      const now = parts.clock()
      const leasedUntil = later(now, PUSHES * parts.timeout)
      const claimed = await claimProofs(parts.db, { lease: randomUUID(), now, leasedUntil, limit })
      for (const proof of claimed) {
        const proving = proveOne(parts, proof).catch((error: unknown) => {
          // Free again when its lease has run out.
          parts.logger.error({ err: error, subscription: proof.endpoint.id }, 'an endpoint could not be tried')
        })
        inFlight.add(proving)
        void proving.finally(() => inFlight.delete(proving))
      }
      return claimed.length
    },
    async drain() {
      await Promise.all(inFlight)
    },
  }
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
