import { randomUUID } from 'node:crypto'
import type { Breaker } from '../shared/breaker.ts'
import { MINUTE, later, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'
import type { Logger } from '../shared/log.ts'
import { afterSending, hasAnswered, type Decision } from './after-sending.ts'
import type { AddressBook } from './address-book.ts'
import { claimDue, settleNotice, type ClaimedNotice } from './claimed-notice-store.ts'
import { wants } from './reader.ts'
import type { Message, Sender, SendResult } from './sender.ts'
import { morningAfter } from './waking-hours.ts'
import { writeNotice } from './write-notice.ts'

export interface SendingParts {
  /** The worker role's. */
  db: Db
  clock: Clock
  logger: Logger
  baseUrl: string
  sender: Sender
  breaker: Breaker
  addresses: AddressBook
  /** Milliseconds after which what a killed worker had in hand is claimed by another. */
  lease?: number
}

/** GOV.UK Notify takes 3,000 a minute; ten at a time leave its other services and our database alone. */
export const AT_ONCE = 10

// Looking for it and sending it may take 10 seconds each.
const LEASE = MINUTE

/** Sends a batch of what is due. While the other side is down nothing is claimed. @returns how many were claimed. */
export async function sendDue(parts: SendingParts): Promise<number> {
  const { db, clock, breaker, lease: length = LEASE } = parts
  if (!breaker.mayAsk()) return 0
  const now = clock()
  const claimed = await claimDue(db, { now, lease: randomUUID(), leasedUntil: later(now, length), limit: AT_ONCE })
  await Promise.all(claimed.map((notice) => deal(parts, notice)))
  return claimed.length
}

async function deal(parts: SendingParts, notice: ClaimedNotice): Promise<void> {
  const languages = languagesOf(notice)
  const decision = await decide(parts, notice, languages).catch((error: unknown): Decision => {
    parts.logger.error({ err: error, notice: notice.id }, 'a notice could not be dealt with')
    return afterSending(notice, { kind: 'later', code: 'unexpected' }, parts.clock())
  })
  await settleNotice(parts.db, notice, decision, { at: parts.clock(), languages })
}

async function decide(parts: SendingParts, notice: ClaimedNotice, languages: readonly Language[]): Promise<Decision> {
  const { channel, kind, reader, accountId } = notice
  if (accountId && reader && !wants(reader, { kind, channel })) return { state: 'not-wanted' }
  const to = await addressOf(parts, notice)
  if (!to) return { state: 'no-address' }
  const morning = channel === 'text' ? morningAfter(parts.clock()) : undefined
  if (morning) return { state: 'queued', dueAt: morning }
  const written = writeNotice({ ...notice, languages }, parts.baseUrl)
  const result = await attempt(parts, notice, { reference: notice.id, channel, to, languages, ...written })
  note(parts, notice, result)
  return afterSending(notice, result, parts.clock())
}

/** Notify takes the same reference twice without a word, so whatever may have been cut short is looked for first. */
async function attempt(parts: SendingParts, notice: ClaimedNotice, message: Message): Promise<SendResult> {
  const { sender } = parts
  const earlier = notice.attempts > 1 ? await sender.find(message.reference) : ({ kind: 'none' } as const)
  return earlier.kind === 'none' ? sender.send(message) : earlier
}

function note({ breaker, logger }: SendingParts, notice: ClaimedNotice, result: SendResult): void {
  const { id, kind, channel, attempts } = notice
  const about = { notice: id, kind, channel, attempts }
  breaker.settle(hasAnswered(result))
  if (result.kind === 'taken') return logger.info(about, 'a notice was sent')
  if (result.kind !== 'misconfigured') return logger.warn({ ...about, code: result.code }, 'a notice was not sent')
  logger.error({ ...about, code: result.code, alert: 'notify' }, 'GOV.UK Notify refuses our settings')
}

async function addressOf({ addresses }: SendingParts, notice: ClaimedNotice) {
  const contact = await contactOf(addresses, notice)
  return notice.channel === 'email' ? contact?.email : contact?.phone
}

async function contactOf(addresses: AddressBook, { accountId, agencyId, kind, key }: ClaimedNotice) {
  if (accountId) return addresses.ofCitizen(accountId)
  if (kind === 'staff-invited') return addresses.ofStaff(key)
  if (kind === 'join-declined') return addresses.ofRequester(key)
  return agencyId ? addresses.ofAgency(agencyId) : addresses.ofOperator
}

/** Nobody knows who reads a body's mailbox, or what a new colleague or somebody unknown reads, so they get both. */
function languagesOf({ reader, agencyId, kind }: ClaimedNotice): Language[] {
  if (agencyId || kind === 'staff-invited' || kind === 'join-declined') return ['en', 'cy']
  return [reader?.language ?? 'en']
}
