import { queueNotice } from '../notices/queue-notice.ts'
import type { LifeEvent } from '../catalogue/life-event.ts'
import { whatReportSays } from './answers-store.ts'
import type { Draft } from './draft.ts'
import { listDrafts, openDraft, removeDraft, startDraft, takeDraft } from './draft-store.ts'
import { addCorrection, reportCorrectedBy, reportToFollow } from './follow-up-store.ts'
import { isComplete } from './journey.ts'
import { openJourney } from './open-journey.ts'
import type { Owner } from './owner.ts'

/**
 * Opens a draft with what a report says now, or the one that an earlier attempt left.
 *
 * @returns `gone` when the report's answers were not kept or are erased.
 */
export async function beginToCorrect(owner: Owner, reportId: string): Promise<Draft | 'gone' | 'too-many'> {
  const drafts = await listDrafts(owner)
  const begun = drafts.find(({ correctsReportId }) => correctsReportId === reportId)
  if (begun) {
    await openDraft(owner, begun.id)
    return begun
  }
  const says = await whatReportSays(owner, reportId)
  if (!says?.answers) return 'gone'
  const content = { answers: says.answers, wasComplete: true }
  return startDraft(owner, { eventType: says.eventType, content, corrects: reportId })
}

export type Corrected =
  /** The report's id. */
  | { kind: 'sent'; reportId: string }
  /** Not the draft that was seen, or answers are missing: the citizen has to look again. */
  | { kind: 'not-ready' }
  /** Withdrawn meanwhile. */
  | { kind: 'withdrawn'; reportId: string }

/** Sends what a draft says to those who were told what the report said. Sent again, it is the same correction. */
export async function sendCorrection(owner: Owner, event: LifeEvent, draftId: string): Promise<Corrected> {
  const draft = await takeDraft(owner, { eventType: event.type, id: draftId })
  const earlier = await reportCorrectedBy(owner, draftId)
  if (earlier) return { kind: 'sent', reportId: earlier }
  const reportId = draft?.correctsReportId
  const report = reportId && (await reportToFollow(owner, reportId))
  if (!draft || !report) return { kind: 'not-ready' }
  const { journey } = await openJourney(owner, event, draft)
  if (!isComplete(journey)) return { kind: 'not-ready' }
  const facts = event.parseFacts(event.facts(journey.given, journey.known))
  const content = { facts, answers: draft.answers }
  const sent = await addCorrection(owner, report, { content, draftId })
  await removeDraft(owner, draft.id)
  if (!sent) return { kind: 'withdrawn', reportId: report.id }
  const to = { account: owner.person.accountId }
  await queueNotice(owner.tx, { to, kind: 'report-corrected', key: draftId, quiet: report.safety })
  return { kind: 'sent', reportId: report.id }
}
