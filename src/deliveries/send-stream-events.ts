import type { Agent } from 'undici'
import type { Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Vault } from '../vault/vault.ts'
import { openEndpoint } from './endpoint.ts'
import type { Pusher } from './pusher.ts'
import { createSender, type Sender } from './sender.ts'
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

// A stream may ask every five seconds and hang for twenty, so that even sixty that hang leave room for the others.
const MOST_IN_FLIGHT = 256

/** Verifications and changes of streams that are pushed to: none waits for another's receiver. */
export const createStreamEventSender = (parts: StreamEventParts): Sender =>
  createSender({
    ...{ clock: parts.clock, lease: parts.lease, most: MOST_IN_FLIGHT },
    claim: (claim) => claimPushed(parts.db, claim),
    sendOne: (event) => sendOne(parts, event),
    failed: ({ id: streamEvent }, err) =>
      parts.logger.error({ err, streamEvent }, 'an event of a stream could not be sent'),
  })

async function sendOne(parts: StreamEventParts, event: PushedStreamEvent): Promise<void> {
  const { vault, pusher, baseUrl, clock } = parts
  const token = parts.sign(claimsOfStreamEvent(event, baseUrl, clock()), event.algorithm)
  const traceparent = `00-${event.id.replaceAll('-', '')}-${event.lease.replaceAll('-', '').slice(-16)}-01`
  const result = await pusher.push(openEndpoint(vault, event.endpoint), { token, traceparent })
  const now = clock()
  await settleStreamEvent(parts.db, event, afterStreamAttempt(event.attempts, result, now), now)
}
