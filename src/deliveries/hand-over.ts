import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { later, SECOND, type Clock } from '../shared/clock.ts'
import { inContext } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import { retryPolicy } from './after-attempt.ts'
import { unready } from './claimed-batch.ts'
import { claimPolledTokens, hasMoreTokens, type ClaimedToken } from './conformance/synthetic-token-store.ts'
import { signedSynthetic } from './conformance/synthetic-token.ts'
import { release } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { isolating } from './isolating.ts'
import type { Prepared } from './judge.ts'
import { claimForPoll, hasMore } from './poll-store.ts'
import { prepare, type PrepareParts } from './prepare.ts'
import { handOverAgain } from './replay/hand-over-again.ts'
import { claimPolledRedeliveries, hasMoreRedeliveries } from './replay/claim-redeliveries-store.ts'
import { settleBatch } from './settle.ts'
import type { SignSet } from './sign-set.ts'
import { signedToken } from './signed-token.ts'
import type { SignToken } from './event-token.ts'
import { claimPolled } from './stream-event-token-store.ts'
import { claimsOfStreamEvent, type StreamEvent } from './stream-event.ts'

export interface HandOverParts extends PrepareParts {
  clock: Clock
  logger: Logger
  signSet: SignSet
  sign: SignToken
}

/** RFC 8936, section 2.3. */
export interface PollAnswer {
  /** Tokens by jti. */
  sets: Record<string, string>
  moreAvailable: boolean
}

// Long enough to take a hundred tokens in and answer; short enough that whoever tries it by hand sees them come again.
const LEASE = 30 * SECOND

/**
 * Gives a stream what is due for it. Each delivery is leased, looked at again as if it were pushed, and its disclosure is
 * on record before its token leaves; each stays until it is acknowledged or refused.
 */
export async function handOver(
  parts: HandOverParts,
  agency: string,
  stream: string,
  limit: number,
): Promise<PollAnswer> {
  const now = parts.clock()
  const claim = { lease: randomUUID(), now, leasedUntil: later(now, LEASE), limit }
  const { events, synthetic, claimed, again } = await inContext(parts.db, { agency }, async (tx) => {
    const events = await claimPolled(tx, stream, claim)
    const synthetic = await claimPolledTokens(tx, stream, { ...claim, limit: limit - events.length })
    const left = limit - events.length - synthetic.length
    const claimed = await claimForPoll(tx, stream, { ...claim, limit: left })
    const again = await claimPolledRedeliveries(tx, stream, { ...claim, limit: left - claimed.length })
    return { events, synthetic, claimed, again }
  })
  const told = await handOverAll(parts, agency, claimed, now)
  const toldAgain = await handOverAgain(parts, agency, again, now)
  const moreAvailable = await inContext(
    parts.db,
    { agency },
    async (tx) =>
      (await hasMore(tx, stream, now)) ||
      (await hasMoreTokens(tx, stream, now)) ||
      (await hasMoreRedeliveries(tx, stream, now)),
  )
  const ofStream = [...streamTokens(parts, events, now), ...syntheticTokens(parts, synthetic, now)]
  return { sets: Object.fromEntries([...ofStream, ...told, ...toldAgain]), moreAvailable }
}

const syntheticTokens = ({ signSet: sign, baseUrl }: HandOverParts, tokens: readonly ClaimedToken[], now: Date) =>
  tokens.map((token) => [token.jti, signedSynthetic(token, { ...token, sign, baseUrl, now })] as const)

const streamTokens = ({ signSet, baseUrl }: HandOverParts, events: readonly StreamEvent[], now: Date) =>
  events.map((event) => [event.id, signSet(claimsOfStreamEvent(event, baseUrl, now), event.algorithm)] as const)

async function handOverAll(parts: HandOverParts, agency: string, claimed: readonly ClaimedDelivery[], now: Date) {
  if (claimed.length === 0) return []
  const within = <Result>(work: (tx: Knex.Transaction) => Promise<Result>) =>
    inContext(parts.db, { agency, deliveries: claimed.map(({ id }) => id) }, work)
  const prepared = await isolating(
    claimed,
    (batch) => within((tx) => prepare({ ...parts, db: tx, way: 'poll' }, batch, now)),
    (delivery, error): Prepared => ({
      kind: 'settle',
      settlement: unready({ ...parts, policy: retryPolicy }, delivery, { code: 'UNREADABLE', error }),
    }),
  ).catch(async (error: unknown) => {
    await within((tx) => release(tx, claimed))
    throw error
  })
  const settlements = prepared.flatMap((one) => (one.kind === 'settle' ? [one.settlement] : []))
  const held = prepared.flatMap((one) => (one.kind === 'hold' ? [one.delivery] : []))
  if (settlements.length > 0) await within((tx) => settleBatch(tx, settlements))
  if (held.length > 0) await within((tx) => release(tx, held))
  return prepared.flatMap((one) =>
    one.kind === 'send' ? [[one.sendable.delivery.id, signedToken(parts, one.sendable, now)] as const] : [],
  )
}
