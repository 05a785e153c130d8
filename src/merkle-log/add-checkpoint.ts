import { parseHash } from './tlog-proof.ts'
import type { Hash } from './tree-hash.ts'

/** What a log sends to a witness (C2SP tlog-witness): a checkpoint, and that it only adds to one the witness has seen. */
export interface AddCheckpoint {
  /** How large the log was that the witness saw last; 0 for none. */
  old: number
  proof: Hash[]
  /** The signed note. */
  checkpoint: string
}

export const addCheckpointBody = ({ old, proof, checkpoint }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')}\n${checkpoint}`

/** @returns undefined for what no log sends. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const [, digits = '', lines = '', checkpoint = ''] = FORMAT.exec(body) ?? []
  const proof = lines.split('\n').slice(0, -1).map(parseHash)
  const old = Number(digits)
  if (digits === '' || !Number.isSafeInteger(old) || proof.some((hash) => !hash)) return undefined
  return { old, proof: proof as Hash[], checkpoint }
}

/** The content type of an answer that says how large the log was that a witness has seen. */
export const SIZE_TYPE = 'text/x.tlog.size'

const FORMAT = /^old (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]+=*\n){0,63})\n([^]+)$/
