import { parseAddCheckpoint } from './add-checkpoint.ts'
import { isConsistent, type Head } from './check-proof.ts'
import { openCheckpoint, parseCheckpointText } from './checkpoint.ts'
import { cosign } from './cosignature.ts'
import { parseNote, signatureLine } from './note.ts'
import type { SignerKey, VerifierKey } from './note-key.ts'
import { isSameHash } from './tree-hash.ts'

/** A log that a witness watches, and what it has cosigned of it last: nothing yet is size 0. */
export interface WatchedLog {
  key: VerifierKey
  seen: Head
}

export type WitnessAnswer =
  | { status: 200; lines: string; seen: Head & { origin: string } }
  /** The size that the witness has seen, where that is what a log must know. */
  | { status: 409; size: number }
  | { status: 400 | 403 | 404 | 422 }

/**
 * What a witness answers to a log (C2SP tlog-witness, add-checkpoint). Whoever calls keeps `seen` before answering, and
 * lets nobody else in between.
 *
 * @param at seconds since 1970.
 */
export function witness(
  body: string,
  { watched, key, at }: { watched: (origin: string) => WatchedLog | undefined; key: SignerKey; at: number },
): WitnessAnswer {
  const asked = parseAddCheckpoint(body)
  const text = asked && parseNote(asked.checkpoint)?.text
  const said = text === undefined ? undefined : parseCheckpointText(text)
  if (!asked || text === undefined || !said) return { status: 400 }
  const log = watched(said.origin)
  if (!log) return { status: 404 }
  if (!openCheckpoint(asked.checkpoint, log.key)) return { status: 403 }
  if (asked.old > said.size) return { status: 400 }
  const { seen } = log
  if (asked.old !== seen.size) return { status: 409, size: seen.size }
  if (asked.old === said.size && seen.size > 0 && !isSameHash(seen.root, said.root))
    return { status: 409, size: seen.size }
  const follows = seen.size === 0 ? asked.proof.length === 0 : isConsistent(asked.proof, seen, said)
  if (!follows) return { status: 422 }
  return { status: 200, lines: signatureLine(cosign(text, key, at)), seen: said }
}
