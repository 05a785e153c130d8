import type { Language } from '../shared/language.ts'
import type { Channel } from './notice.ts'

/** What takes a written notice and brings it to somebody: GOV.UK Notify, or the outbox of a development machine. */
export interface Sender {
  send(message: Message): Promise<SendResult>
  /** Whether a message with this reference has been taken already: asked after an attempt that was cut short. */
  find(reference: string): Promise<FindResult>
}

export interface Message {
  /** The notice's id. */
  reference: string
  channel: Channel
  /** An email address or a phone number. */
  to: string
  /** Empty in a text. */
  subject: string
  body: string
  languages: readonly Language[]
}

/** Failures of others are data. A code is one of ours: what another service said may quote an address. */
export type SendResult =
  | { kind: 'taken'; notifyId: string }
  /** It will never go to this address: the address is wrong, or our key may not write to it. */
  | { kind: 'refused'; code: 'bad-address' | 'not-allowed' }
  /** Our settings are wrong: only people can mend that, and every other notice would fare the same. */
  | { kind: 'misconfigured'; code: 'key' | 'template' }
  | { kind: 'later'; code: 'rate-limit' | 'daily-limit' | 'failing' | 'timeout' | 'unreachable' | 'unexpected' }

export type FindResult = { kind: 'taken'; notifyId: string } | { kind: 'none' } | Exclude<SendResult, { kind: 'taken' }>
