import type { Head } from './check-proof.ts'
import { parseNote, signersOf, signNote } from './note.ts'
import type { SignerKey, VerifierKey } from './note-key.ts'
import { HASH_LENGTH } from './tree-hash.ts'

/** What a log says of itself: how large its tree is, and the root over it (C2SP tlog-checkpoint). */
export interface Checkpoint extends Head {
  /** Which log: a URL without its scheme. */
  origin: string
}

export const checkpointText = ({ origin, size, root }: Checkpoint) =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`

/** The signed note. The key's name is the origin. */
export const signCheckpoint = (head: Head, key: SignerKey) =>
  signNote(checkpointText({ ...head, origin: key.name }), key)

/** A checkpoint that the log signed; undefined for anything else, be it only a letter more. */
export function openCheckpoint(note: string, log: VerifierKey): Checkpoint | undefined {
  const parsed = parseNote(note)
  if (!parsed || !signersOf(parsed, [log])) return undefined
  const checkpoint = parseCheckpointText(parsed.text)
  return checkpoint?.origin === log.name ? checkpoint : undefined
}

/** By whom of these witnesses a checkpoint is cosigned. One that claims to be and is not counts as not. */
export function witnessesOf(note: string, witnesses: readonly VerifierKey[]): VerifierKey[] {
  const parsed = parseNote(note)
  return parsed ? witnesses.filter((witness) => signersOf(parsed, [witness])) : []
}

/** What stands in a checkpoint, signed or not. Extension lines are passed over, as the format asks of readers. */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const [, origin = '', digits = '', base64 = ''] =
    /^([^\n]+)\n(0|[1-9]\d*)\n([A-Za-z0-9+/]+=*)\n(?:[^\n]+\n)*$/.exec(text) ?? []
  const root = Buffer.from(base64, 'base64')
  const size = Number(digits)
  if (root.length !== HASH_LENGTH || root.toString('base64') !== base64 || !Number.isSafeInteger(size)) return undefined
  return { origin, size, root }
}
