import type { Waiting } from '../../merkle-log/checkpoint-store.ts'
import type { SignerKey, VerifierKey } from '../../merkle-log/note-key.ts'
import type { Witness } from '../../merkle-log/ask-witness.ts'
import { later, type Clock } from '../../shared/clock.ts'
import { PUBLISHED_AFTER } from './show-to-witnesses.ts'

/** The public log as the web process knows it. */
export interface PublicLog {
  key: SignerKey
  witnesses: readonly Witness[]
}

export const witnessKeys = ({ witnesses }: PublicLog): VerifierKey[] => witnesses.map(({ key }) => key)

/** Up to when a checkpoint waits for its cosignatures. */
export const waitingAt = ({ witnesses }: PublicLog, clock: Clock): Waiting => ({
  witnesses: witnesses.map(({ key }) => key.name),
  until: later(clock(), -PUBLISHED_AFTER),
})
