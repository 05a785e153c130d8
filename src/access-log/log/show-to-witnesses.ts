import { askWitness, type Shown, type Witness } from '../../merkle-log/ask-witness.ts'
import {
  addCosignature,
  cosignedSizes,
  latestCheckpoint,
  type StoredCheckpoint,
} from '../../merkle-log/checkpoint-store.ts'
import { proveConsistency } from '../../merkle-log/prove.ts'
import { SECOND } from '../../shared/clock.ts'
import type { Db } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'

export interface WitnessingParts {
  db: Db
  logger: Logger
  origin: string
  witnesses: readonly Witness[]
  fetch: typeof globalThis.fetch
}

/** How long a checkpoint waits for its cosignatures before it is published with those that came. */
export const PUBLISHED_AFTER = SECOND

// A cosignature that comes later than the checkpoint is published is still of use: to whoever reads that one.
const PATIENCE = 5 * SECOND

/**
 * Asks every witness to cosign, all at once.
 *
 * @returns what one of them has seen that this log cannot follow from; undefined when none objects, or answers.
 */
export async function showToWitnesses(
  parts: WitnessingParts,
  checkpoint: StoredCheckpoint,
): Promise<string | undefined> {
  const known = await cosignedSizes(parts.db, parts.origin)
  const objections = await Promise.all(
    parts.witnesses.map((witness) => showTo(parts, witness, checkpoint, known.get(witness.key.name)?.size ?? 0)),
  )
  return objections.find((objection) => objection !== undefined)
}

async function showTo(parts: WitnessingParts, witness: Witness, checkpoint: StoredCheckpoint, lastSeen: number) {
  const { db, origin, fetch, logger } = parts
  const { size, note } = checkpoint
  const proofFrom = (older: number) => proveConsistency(db, origin, older, size)
  const signal = AbortSignal.timeout(PATIENCE)
  const shown = await askWitness(fetch, witness, { checkpoint: { size, note, proofFrom }, lastSeen, signal })
  const name = witness.key.name
  if (shown.kind === 'cosigned')
    await addCosignature(db, origin, { size, witness: name, line: shown.line, at: shown.at })
  if (shown.kind === 'silent') logger.warn({ witness: name }, 'a witness did not cosign')
  return objectionIn(parts, name, shown)
}

/** Another worker may have shown it more by now, which is no objection. */
async function objectionIn({ db, origin }: WitnessingParts, name: string, shown: Shown): Promise<string | undefined> {
  if (shown.kind === 'another-log') return `the witness ${name} has cosigned entries that are not here`
  if (shown.kind !== 'ahead') return undefined
  const size = (await latestCheckpoint(db, origin))?.size ?? 0
  return shown.size > size ? `the witness ${name} has cosigned ${shown.size} entries, ${size} here` : undefined
}
