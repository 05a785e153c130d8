import { agreementVersions } from '../agreements/agreement-store.ts'
import { versionPath, type Agreement } from '../agreements/agreement.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import { HOUR } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Around } from './delivery-status.ts'
import { deliveriesIn, threadsOf, type FollowUp, type Thread } from './thread.ts'
import { findDeliveries } from './tracked-delivery-store.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import { findFollowUps, findOutcomes } from './tracked-follow-up-store.ts'
import type { TrackedReport } from './tracked-report.ts'

export interface Following {
  now: Date
  coolingOffHours: number
  events?: Catalogue
}

export interface Known {
  threads: Thread[]
  outcomes: Outcome[]
  /** By `versionPath`. */
  agreements: Map<string, Agreement>
}

/** What was sent, and what the citizen did after it. */
export interface Sent {
  deliveries: TrackedDelivery[]
  followUps: FollowUp[]
}

export async function sentFor(tx: Db, reports: readonly TrackedReport[]): Promise<Sent> {
  const ids = reports.map(({ id }) => id)
  const [deliveries, followUps] = await Promise.all([findDeliveries(tx, ids), findFollowUps(tx, ids)])
  return { deliveries, followUps }
}

export async function lookUp(tx: Db, { deliveries, followUps }: Sent): Promise<Known> {
  const ids = deliveries.map(({ id }) => id)
  const versions = deliveries.map(({ agreementId: id, agreementVersion: version }) => ({ id, version }))
  const [outcomes, agreements] = await Promise.all([findOutcomes(tx, ids), agreementVersions(tx, versions)])
  return {
    threads: threadsOf(deliveries, followUps),
    outcomes,
    agreements: new Map(agreements.map((agreement) => [versionPath(agreement), agreement])),
  }
}

export function outcomesIn({ outcomes }: Known, thread: Thread): Outcome[] {
  const ids = deliveriesIn(thread).map(({ id }) => id)
  return outcomes.filter(({ deliveryId }) => ids.includes(deliveryId))
}

export const agreementIn = ({ agreements }: Known, { agreementId: id, agreementVersion: version }: TrackedDelivery) =>
  agreements.get(versionPath({ id, version }))

export function around(known: Known, { first }: Thread, report: TrackedReport, following: Following): Around {
  const agreement = agreementIn(known, first)
  const mayWait = agreement?.irreversible && findLifeEvent(report.eventType, following.events)?.coolingOff
  const waits = (first.notBefore?.getTime() ?? 0) - report.submittedAt.getTime()
  return {
    now: following.now,
    usualDays: agreement?.usualDays ?? Infinity,
    // Later than that, the citizen has chosen the day.
    coolingOff: Boolean(mayWait) && waits > 0 && waits <= following.coolingOffHours * HOUR,
    reportWithdrawn: report.withdrawn,
  }
}
