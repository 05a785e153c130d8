import express, { Router, type RequestHandler } from 'express'
import { findAgencyClient } from '../../agencies/agency-store.ts'
import { agencyOf } from '../../identity/agency-rule.ts'
import type { Scope } from '../../identity/agency-scopes.ts'
import type { Clock } from '../../shared/clock.ts'
import { inContext, type Db } from '../../shared/database.ts'
import { addDays, isRealDate, ukToday } from '../../shared/dates.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AccessRule } from '../../web/access.ts'
import { rateLimit } from '../../web/rate-limit.ts'
import { machineDoor } from '../../web/site.ts'
import { arrivedOn } from './arrival-store.ts'
import { addCount } from './count-store.ts'
import { readSignedCounts } from './signed-counts.ts'

export interface CountParts {
  db: Db
  clock: Clock
  baseUrl: string
  agencies: (scope: Scope) => AccessRule
  /** To addresses that bodies gave us. */
  fetch: typeof globalThis.fetch
}

const EARLIEST_DAYS_AGO = 35
const CALLS_A_MINUTE = 60

/** Where bodies say, signed, how often they used anybody's data on a day: so that what is missing shows. */
export function accessCountRoutes(parts: CountParts): Router {
  const { db, clock, baseUrl, agencies, fetch } = parts
  const router = Router()
  const key = (req: Parameters<typeof agencyOf>[0]) => agencyOf(req).id
  const limit = rateLimit(db, { name: 'access-counts', requests: CALLS_A_MINUTE, seconds: 60, key })

  router.put('/api/access-counts/:date', agencies('access-records.write'), limit, ...jws, async (req, res) => {
    const { id } = agencyOf(req)
    const [date, now] = [String(req.params['date']), clock()]
    refuseUnlessLooked(date, now)
    const body = await findAgencyClient(db, id)
    if (!body) throw new Refusal('forbidden', 'Unknown agency')
    const signed = String(req.body)
    const count = await readSignedCounts(signed, { body, date, baseUrl, fetch })
    const { isNew, arrived } = await inContext(db, { agency: id }, async (tx) => ({
      isNew: await addCount(tx, { ...count, agencyId: id, day: date, jws: signed }, now),
      arrived: await arrivedOn(tx, id, date),
    }))
    res.status(isNew ? 201 : 200).json({ date, records: count.records, arrived })
  })

  return machineDoor(router)
}

const onlyJws: RequestHandler = (req, _res, next) => {
  if (!req.is('application/jose')) throw new Refusal('invalid', 'Send application/jose: a JWS in compact form')
  next()
}
const jws: RequestHandler[] = [onlyJws, express.text({ type: 'application/jose', limit: '64kb' })]

/** A day that is over, and not so long ago that nobody looks at it any more. */
function refuseUnlessLooked(date: string, now: Date): void {
  const today = ukToday(now)
  const fits = isRealDate(date) && date < today && date >= addDays(today, -EARLIEST_DAYS_AGO)
  if (fits) return
  const message = `must be a day that is over, at most ${EARLIEST_DAYS_AGO} days ago, as YYYY-MM-DD`
  throw new Refusal('invalid', 'The date was refused', { errors: [{ field: 'date', message }] })
}
