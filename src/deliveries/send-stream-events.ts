import { randomUUID } from 'node:crypto'
import type { Agent } from 'undici'
import { later, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Vault } from '../vault/vault.ts'
import { openEndpoint } from './endpoint.ts'
import type { Pusher } from './pusher.ts'
import type { SignSet } from './sign-set.ts'
import { claimPushed, settleStreamEvent, type PushedStreamEvent } from './stream-event-token-store.ts'
import { afterStreamAttempt, claimsOfStreamEvent } from './stream-event.ts'

export interface StreamEventParts {
  db: Db
  vault: Vault
  clock: Clock
  logger: Logger
  baseUrl: string
  agent: Agent
  pusher: Pusher
  sign: SignSet
  /** Milliseconds for one push. */
  timeout: number
  /** Milliseconds that a claim holds. */
  lease: number
}

export interface StreamEventSender {
  /** Claims what is due and sets it on its way, past everything that is queued. @returns how many were claimed. */
  send(): Promise<number>
  /** Resolves when what is on its way has arrived or failed. */
  drain(): Promise<void>
}

// A stream may ask every five seconds and hang for twenty, so that even sixty that hang leave room for the others.
const MOST_IN_FLIGHT = 256

/** Verifications and changes of streams that are pushed to: none waits for another's receiver. */
export function createStreamEventSender(parts: StreamEventParts): StreamEventSender {
  const inFlight = new Set<Promise<void>>()
  return {
    async send() {
      const limit = MOST_IN_FLIGHT - inFlight.size
      if (limit <= 0) return 0
      const now = parts.clock()
      const claim = { lease: randomUUID(), now, leasedUntil: later(now, parts.lease), limit }
      const claimed = await claimPushed(parts.db, claim)
      for (const event of claimed) {
        const sending = sendOne(parts, event).catch((error: unknown) => {
          // Free again when its lease has run out.
          parts.logger.error({ err: error, streamEvent: event.id }, 'an event of a stream could not be sent')
        })
        inFlight.add(sending)
        void sending.finally(() => inFlight.delete(sending))
      }
      return claimed.length
    },
    async drain() {
      await Promise.all(inFlight)
    },
  }
}

async function sendOne(parts: StreamEventParts, event: PushedStreamEvent): Promise<void> {
  const { vault, pusher, baseUrl, clock } = parts
  const token = parts.sign(claimsOfStreamEvent(event, baseUrl, clock()), event.algorithm)
  const traceparent = `00-${event.id.replaceAll('-', '')}-${event.lease.replaceAll('-', '').slice(-16)}-01`
  const result = await pusher.push(openEndpoint(vault, event.endpoint), { token, traceparent })
  const now = clock()
  await settleStreamEvent(parts.db, event, afterStreamAttempt(event.attempts, result, now), now)
}
