import { isIncluded } from './check-proof.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { VerifierKey } from './note-key.ts'
import { HASH_LENGTH, hashOfLeaf, type Hash } from './tree-hash.ts'

/** That an entry is in a log, for anybody to check without it (C2SP tlog-proof). */
export interface TlogProof {
  index: number
  /** From the leaf's sibling up. */
  hashes: Hash[]
  /** The signed note, as the log gave it. */
  checkpoint: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

export function tlogProof({ index, hashes, checkpoint }: TlogProof): string {
  const lines = hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
  return `${FIRST_LINE}\nindex ${index}\n${lines}\n${checkpoint}`
}

/** @returns undefined for text that is no proof. An `extra` line, which nothing vouches for, is passed over. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const [, digits = '', lines = '', checkpoint = ''] = FORMAT.exec(text) ?? []
  const index = Number(digits)
  const hashes = lines.split('\n').slice(0, -1).map(parseHash)
  if (digits === '' || !Number.isSafeInteger(index) || hashes.some((hash) => !hash)) return undefined
  return { index, hashes: hashes as Hash[], checkpoint }
}

/** What a proof shows of an entry: the checkpoint that it is under. Undefined when it shows nothing. */
export function checkTlogProof(text: string, entry: Uint8Array, log: VerifierKey): Checkpoint | undefined {
  const proof = parseTlogProof(text)
  const checkpoint = proof && openCheckpoint(proof.checkpoint, log)
  if (!checkpoint) return undefined
  const { size, root } = checkpoint
  const claim = { leaf: hashOfLeaf(entry), index: proof.index, size, root }
  return isIncluded(proof.hashes, claim) ? checkpoint : undefined
}

const FORMAT =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra [A-Za-z0-9+/]*=*\n)?index (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]+=*\n){0,63})\n([^]+)$/

/** One hash of a proof, in base64; undefined when it is anything else. */
export function parseHash(line: string): Hash | undefined {
  const hash = Buffer.from(line, 'base64')
  return hash.length === HASH_LENGTH && hash.toString('base64') === line ? hash : undefined
}
