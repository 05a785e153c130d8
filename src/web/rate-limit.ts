import type { Request, RequestHandler } from 'express'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { createHash } from 'node:crypto'
import { MINUTE, later, systemClock, type Clock } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import { Refusal } from '../shared/refusal.ts'
import { portions } from './portions.ts'

export interface RateLimit {
  /** Tells limits apart; each has counters of its own. */
  name: string
  /** So many requests … */
  requests: number
  /** … in so many seconds, per key, over all web processes. */
  seconds: number
  /** Whom the count is for; the caller's address unless said otherwise. It is hashed before it is stored. */
  key?: (req: Request) => string
  /**
   * How many are taken from the shared count at a time, one unless said otherwise: a busy caller costs one write for so
   * many requests, and may get so many fewer per process.
   */
  portion?: number
  /** Which requests it is about; all unless said otherwise. */
  counts?: ((req: Request) => boolean) | undefined
}

/**
 * Refuses with 429 and Retry-After beyond the limit. When the counter's own store fails, people are let through, and
 * the log says so once a minute.
 */
export function rateLimit(db: Db, limit: RateLimit, clock: Clock = systemClock): RequestHandler {
  const limiter = new RateLimiterPostgres({
    storeClient: db,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.requests,
    duration: limit.seconds,
    inMemoryBlockOnConsumed: limit.requests + 1,
  })
  const complain = onceAMinute(clock)
  const inHand = portions(clock)
  const take = async (key: string, portion: number) => {
    const { msBeforeNext } = await limiter.consume(hashed(key), portion)
    inHand.put(key, portion - 1, later(clock(), msBeforeNext))
  }
  return async (req, _res, next) => {
    if (limit.counts?.(req) === false) return next()
    const key = limit.key?.(req) ?? req.ip ?? 'unknown'
    if (inHand.takeOne(key)) return next()
    const refused = await take(key, limit.portion ?? 1).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (refused instanceof RateLimiterRes) {
      throw new Refusal('too-many', 'Too many requests', { retryAfter: Math.ceil(refused.msBeforeNext / 1000) })
    }
    // Anything else that it rejects with is a failure of the store.
    if (refused) complain(() => req.log.error({ err: refused, limit: limit.name }, 'requests are not counted'))
    next()
  }
}

function onceAMinute(clock: Clock): (say: () => void) => void {
  let silentUntil = new Date(0)
  return (say) => {
    if (clock() < silentUntil) return
    silentUntil = later(clock(), MINUTE)
    say()
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')
