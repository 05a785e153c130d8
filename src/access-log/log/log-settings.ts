import { signerKey, type SignerKey } from '../../merkle-log/note-key.ts'
import type { Witness } from '../../merkle-log/ask-witness.ts'

export interface LogSettings {
  /** 32 bytes: the private key of Ed25519. */
  seed: Buffer
  /** Undefined: made of the service's address. */
  origin?: string | undefined
  witnesses: readonly Witness[]
  /** Where the worker keeps the newest checkpoint outside the database, and looks for one when it starts. */
  checkpointFile?: string | undefined
}

/** The key of the public log, whose name is its origin: where it stands, without the scheme. */
export const logKeyOf = ({ log, baseUrl }: { log: LogSettings; baseUrl: string }): SignerKey =>
  signerKey(log.origin ?? `${baseUrl.replace(/^https?:\/\//, '')}/log`, log.seed)
