import type { RequestHandler } from 'express'
import { agencyOf } from '../../identity/agency-rule.ts'
import { HOUR, later } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import { Refusal } from '../../shared/refusal.ts'
import { contentHash, isSameContent } from '../content-hash.ts'
import { contentOfKey } from './idempotency-store.ts'
import type { IntakeParts } from './intake.ts'

// A program that has not heard for a day makes a new call of it.
const KEPT_FOR = 24 * HOUR

/**
 * A call may bear an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header). The same key with other contents is
 * a mistake of the caller's: 409. With the same contents the call is made again, which changes nothing, because records
 * are told apart by their own ids.
 */
export const idempotencyKey =
  ({ db, vault, clock }: Pick<IntakeParts, 'db' | 'vault' | 'clock'>): RequestHandler =>
  async (req, _res, next) => {
    const key = req.get('idempotency-key')
    if (key === undefined) return next()
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new Refusal('invalid', 'An Idempotency-Key has 1 to 255 visible ASCII characters')
    }
    const { id: agencyId } = agencyOf(req)
    const sent: unknown = req.body
    const now = clock()
    const call = { agencyId, key, contentHash: contentHash(vault, sent), now, expiresAt: later(now, KEPT_FOR) }
    const known = await inContext(db, { agency: agencyId }, (tx) => contentOfKey(tx, call))
    if (!isSameContent(vault, sent, known)) {
      throw new Refusal('conflict', 'This Idempotency-Key stands for an earlier call, which said something else')
    }
    next()
  }
