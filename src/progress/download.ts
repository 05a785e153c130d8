import type { Request, Response } from 'express'
import { whatReportSays } from '../reports/answers-store.ts'
import type { Owner } from '../reports/owner.ts'
import { timelineOf } from './timeline.ts'
import type { FollowedDelivery, TrackedReport } from './tracked-report.ts'
import type { Then, Visit } from './visit-report.ts'

/** Everything about a report that its citizen can see, for their own files and programs. */
export async function download(_req: Request, res: Response, { owner, report, deliveries }: Visit): Promise<Then> {
  const whole = await reportJson(owner, report, deliveries)
  return () => {
    res.attachment(`report-${report.reference}.json`)
    res.type('application/json').send(`${JSON.stringify(whole, null, 2)}\n`)
  }
}

/** The same of any report, for whatever else it stands in. */
export async function reportJson(owner: Owner, report: TrackedReport, deliveries: readonly FollowedDelivery[]) {
  const says = await whatReportSays(owner, report.id)
  return {
    reference: report.reference,
    event: report.eventType,
    reported_at: report.submittedAt,
    withdrawn: report.withdrawn,
    corrected_at: says?.correctedAt,
    facts: says?.facts,
    bodies: deliveries.map((followed) => bodyOf(report, followed)),
    not_told: report.withheld,
    as_of: owner.now,
  }
}

function bodyOf(
  report: TrackedReport,
  { delivery, agency, agreement, status, words, decided, ...rest }: FollowedDelivery,
) {
  const happenings = timelineOf(report.submittedAt, rest.thread, rest.outcomes, { reportWithdrawn: report.withdrawn })
  return {
    body: delivery.agencyId,
    name: agency?.name,
    agreement: delivery.agreementId,
    agreement_version: delivery.agreementVersion,
    purpose: agreement?.purpose,
    power: agreement?.power,
    status: status.kind,
    effective_date: rest.latest?.effectiveDate,
    due_by: rest.latest?.dueBy,
    said: words,
    decided,
    happened: happenings,
  }
}
