import type { Request, RequestHandler, Response } from 'express'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { personOf, type Person } from '../identity/person.ts'
import { ownerIn, type Owner } from '../reports/owner.ts'
import type { Clock } from '../shared/clock.ts'
import { ask, inContext, readInContext, type Db } from '../shared/database.ts'
import { parseReference } from '../shared/references.ts'
import { notFound } from '../shared/refusal.ts'
import type { Vault } from '../vault/vault.ts'
import { followDeliveries } from './follow-deliveries.ts'
import type { FollowedDelivery, TrackedReport } from './tracked-report.ts'
import { findWholeReports, type Reading } from './whole-report-store.ts'

export interface ProgressParts {
  /** The web role's. */
  db: Db
  vault: Vault
  clock: Clock
  /** How long what cannot be undone is kept back. */
  coolingOffHours: number
  events?: Catalogue
}

/** One of a citizen's reports, with every body that it goes to. */
export interface SeenReport {
  report: TrackedReport
  deliveries: FollowedDelivery[]
  /** Those of the bodies that have used the citizen's data since. */
  looked: readonly string[]
}

/** A citizen at one of their reports, in a transaction of their own context. */
export interface Visit extends SeenReport {
  owner: Owner
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
    const { db, vault, clock } = parts
    const person = personOf(req)
    const now = clock()
    const then = await inContext(db, contextOf(person), async (tx) => {
      const seen = await seeReport(parts, req, now, (statement) => ask(tx, statement))
      return page(req, res, { ...seen, owner: ownerIn(tx, { vault, person, now }) })
    })
    then()
  }

/** The same for a page that only shows what there is, which people look at most: it has no transaction to write in. */
export const lookingAtReport =
  (
    parts: ProgressParts,
    page: (req: Request, res: Response, seen: SeenReport, now: Date) => Promise<void>,
  ): RequestHandler =>
  async (req, res) => {
    const now = parts.clock()
    const read: Reading = (statement) => readInContext(parts.db, contextOf(personOf(req)), statement)
    await page(req, res, await seeReport(parts, req, now, read), now)
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

export const contextOf = ({ accountId, subjects }: Person) => ({ account: accountId, subjects })

async function seeReport(parts: ProgressParts, req: Request, now: Date, read: Reading): Promise<SeenReport> {
  const { vault, coolingOffHours, events } = parts
  const reference = parseReference(String(req.params['reference']))
  const [whole] = reference === undefined ? [] : await findWholeReports(read, [reference])
  if (!whole) throw notFound()
  const deliveries = followDeliveries(whole, vault, { now, coolingOffHours, events })
  return { report: whole.report, deliveries, looked: whole.looked }
}
