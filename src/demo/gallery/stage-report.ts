import { PURPOSE, activityUri } from '../../agreements/agreement.ts'
import { recordDisclosures, settleDisclosures } from '../../access-log/record.ts'
import { fanOut } from '../../deliveries/fan-out.ts'
import type { Outcome } from '../../deliveries/outcome.ts'
import { recordOutcome } from '../../deliveries/record-outcome.ts'
import { findDraft } from '../../reports/drafts/draft-store.ts'
import { openJourney } from '../../reports/journey/open-journey.ts'
import { previewOf } from '../../reports/preview/preview.ts'
import type { Report } from '../../reports/report.ts'
import { sendReport } from '../../reports/send.ts'
import { asStagePerson, daysAgo, stageDraft, type Stage } from './stage.ts'
import { deliveriesOf, setAsideOtherReports, setDelivery, type StagedDelivery } from './stage-store.ts'
import type { Explored } from './states-of-questions.ts'

/** Sends a whole journey of the event, as its citizen does, with every choice answered yes. */
export async function stageReport(stage: Stage, { event, ways }: Explored): Promise<Report> {
  const { id: draftId } = await stageDraft(stage, event, ways.whole, true)
  const { coolingOffHours } = stage.parts
  const sent = await asStagePerson(stage, async (owner) => {
    const draft = await findDraft(owner, { eventType: event.type, id: draftId })
    const preview = previewOf(await openJourney(owner, event, draft), { now: stage.now, coolingOffHours })
    const choices = Object.fromEntries(preview.told.map(({ recipient }) => [recipient.agreement.id, 'yes' as const]))
    return sendReport(owner, event, { draftId, seen: preview.seen, choices, coolingOffHours })
  })
  if (sent.kind !== 'sent') throw new Error(`A report of ${event.type} was not sent: ${sent.kind}`)
  return sent.report
}

/** What the worker does next: a delivery for each body. */
export async function stageFanOut(stage: Stage, report: Report): Promise<StagedDelivery[]> {
  await setAsideOtherReports(stage.tx, report.id)
  await fanOut(stage.tx, stage.parts.vault, stage.now)
  return deliveriesOf(stage.tx, report.id)
}

/** The body was told so many days ago. */
export async function acknowledged(stage: Stage, delivery: StagedDelivery, days = 1): Promise<void> {
  const at = daysAgo(stage, days)
  await setDelivery(stage.tx, delivery.id, { state: 'acknowledged', attempts: 1, settled_at: at, created_at: at })
}

export async function answered(stage: Stage, { id, agency_id }: StagedDelivery, outcome: Outcome): Promise<void> {
  const { tx, parts } = stage
  await recordOutcome({ db: tx, vault: parts.vault, clock: () => stage.now }, agency_id, id, outcome)
}

/** In the access log: told, not told, or on the way. */
export async function disclosed(
  stage: Stage,
  report: Report,
  delivery: StagedDelivery,
  result?: 'made' | 'not-made',
): Promise<string> {
  const { tx, person, now } = stage
  const [subjectRef] = person.subjects
  if (!subjectRef) throw new Error('Nobody is on stage')
  const recordId = delivery.access_record_id
  const { agency_id: agencyId, agreement_id: agreementId, agreement_version: version } = delivery
  await recordDisclosures(tx, [
    {
      ...{ recordId, subjectRef, agencyId, agreementId, registeredAt: now, reportId: report.id },
      activityId: activityUri(BASE_URL, { id: agreementId, version }),
      ...{ purpose: PURPOSE, legalBasis: '6(1)(e)', power: 'https://www.legislation.gov.uk/ukpga/1988/52/section/99' },
      dataCategories: ['name', 'address', 'dates'],
      ...{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: `tell of ${report.eventType}` },
    },
  ])
  if (result) await settleDisclosures(tx, [{ subjectRef, recordId, result, at: now }])
  return recordId
}

const BASE_URL = 'https://gallery.invalid'
