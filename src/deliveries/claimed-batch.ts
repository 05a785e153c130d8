import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/log.ts'
import type { RetryPolicy } from './after-attempt.ts'
import { release, type Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { traceOf } from './disclosure.ts'
import { isolating } from './isolating.ts'
import type { Prepared, Sendable } from './judge.ts'
import { prepare, type PrepareParts } from './prepare.ts'
import { settlementOf, type SignedSendable } from './send.ts'
import type { ManySigner } from './sign-many.ts'
import { signedTokens } from './signed-token.ts'

export interface BatchParts extends PrepareParts {
  clock: Clock
  logger: Logger
  policy: RetryPolicy
  signer: ManySigner
}

/** Each alone where one of them makes the batch fail. @throws when the database is away; then all are given back. */
export async function prepareAll(
  parts: BatchParts,
  claimed: readonly ClaimedDelivery[],
  now: Date,
): Promise<Prepared[]> {
  try {
    return await isolating(
      claimed,
      (batch) => prepare(parts, batch, now),
      (delivery, error) => ({ kind: 'settle', settlement: unready(parts, delivery, { code: 'UNREADABLE', error }) }),
    )
  } catch (error) {
    await giveBack(parts, claimed)
    throw error
  }
}

// What one report brings: the first is on its way before a thread would have signed it.
const SIGNED_AS_SENT = 16

/**
 * All at once, on the thread that signs. A few, and what cannot be signed so, are signed, or fail, when they are sent: one
 * after the other, since what goes over a connection that lay idle leaves only when others have had their turn.
 */
export async function* signReady(parts: BatchParts, ready: readonly Sendable[]): AsyncGenerator<SignedSendable[]> {
  const tokens = ready.length > SIGNED_AS_SENT ? await tokensOf(parts, ready) : undefined
  if (tokens) return void (yield ready.map((sendable, index) => ({ ...sendable, token: tokens[index] })))
  for (const sendable of ready) {
    yield [sendable]
    await turnOfOthers()
  }
}

async function tokensOf(parts: BatchParts, ready: readonly Sendable[]): Promise<string[] | undefined> {
  try {
    return await signedTokens(parts, ready, parts.clock())
  } catch {
    return undefined
  }
}

/** An attempt as good as any, so that what never gets ready is given up in the end, where people see it. */
export function unready(
  { clock, logger, policy }: Pick<BatchParts, 'clock' | 'logger' | 'policy'>,
  delivery: ClaimedDelivery,
  { code, error }: { code: string; error: unknown },
): Settlement {
  const { traceId: trace } = traceOf(delivery)
  logger.error({ err: error, delivery: delivery.id, trace, code }, 'a delivery cannot be made ready')
  const now = clock()
  return settlementOf(delivery, { kind: 'unready', code }, { startedAt: now, at: now, policy })
}

/** As good as it can be done: what is not given back is free again when its lease has run out. */
export async function giveBack(
  { db, logger }: Pick<BatchParts, 'db' | 'logger'>,
  deliveries: readonly ClaimedDelivery[],
): Promise<void> {
  await release(db, deliveries).catch((error: unknown) => {
    logger.error({ err: error }, 'giving claimed deliveries back failed')
  })
}
