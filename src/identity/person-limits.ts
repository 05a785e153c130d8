import type { RequestHandler } from 'express'
import type { Db } from '../shared/database.ts'
import { rateLimit, type RateLimit } from '../web/rate-limit.ts'
import { personOf } from './person.ts'

interface PersonLimits extends Pick<RateLimit, 'name' | 'counts'> {
  /** Requests a minute of one person, wherever they are signed in … */
  perPerson: number
  /** … and of one address, which many people of an office may share. */
  perAddress: number
}

/** For doors that cost more than a page: they stand on a route's line after its access rule. */
export const personLimits = (db: Db, { name, counts, perPerson, perAddress }: PersonLimits): RequestHandler[] => [
  rateLimit(db, { ...{ name, counts }, requests: perAddress, seconds: 60 }),
  rateLimit(db, {
    ...{ name: `${name}-of-person`, counts },
    requests: perPerson,
    seconds: 60,
    key: (req) => personOf(req).accountId,
  }),
]
