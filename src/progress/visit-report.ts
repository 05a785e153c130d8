import type { Request, RequestHandler, Response } from 'express'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { personOf } from '../identity/person.ts'
import { ownerIn, type Owner } from '../reports/owner.ts'
import type { Clock } from '../shared/clock.ts'
import { inContext, type Db } from '../shared/database.ts'
import { parseReference } from '../shared/references.ts'
import { notFound } from '../shared/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { findReport } from './tracked-report-store.ts'
import type { FollowedDelivery, TrackedReport } from './tracked-report.ts'

export interface ProgressParts {
  /** The web role's. */
  db: Db
  vault: Vault
  clock: Clock
  /** How long what cannot be undone is kept back. */
  coolingOffHours: number
  events?: Catalogue
}

/** A citizen at one of their reports, in a transaction of their own context. */
export interface Visit {
  owner: Owner
  report: TrackedReport
  deliveries: FollowedDelivery[]
}

/** The same at one body of the report. */
export interface BodyVisit extends Visit {
  followed: FollowedDelivery
}

/** What is to be done once the transaction has ended: nothing is sent to the browser that may yet be undone. */
export type Then = () => void

/** @throws Refusal not-found for a reference that is nobody's, and for another citizen's. */
export const atReport =
  (parts: ProgressParts, page: (req: Request, res: Response, visit: Visit) => Promise<Then> | Then): RequestHandler =>
  async (req, res) => {
    const { db, vault, clock, coolingOffHours, events } = parts
    const person = personOf(req)
    const reference = parseReference(String(req.params['reference']))
    if (reference === undefined) throw notFound()
    const now = clock()
    const then = await inContext(db, { account: person.accountId, subjects: person.subjects }, async (tx) => {
      const report = await findReport(tx, reference)
      if (!report) throw notFound()
      const deliveries = await followDeliveries(tx, vault, person, report, { now, coolingOffHours, events })
      return page(req, res, { owner: ownerIn(tx, { vault, person, now }), report, deliveries })
    })
    then()
  }

/** @throws Refusal not-found for a delivery that is none of the report's. */
export const atBody = (
  parts: ProgressParts,
  page: (req: Request, res: Response, visit: BodyVisit) => Promise<Then> | Then,
) =>
  atReport(parts, (req, res, visit) => {
    const followed = visit.deliveries.find(({ delivery }) => delivery.id === req.params['id'])
    if (!followed) throw notFound()
    return page(req, res, { ...visit, followed })
  })
