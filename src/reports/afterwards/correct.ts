import { queueNotice, quietenNotices } from '../../notices/queue-notice.ts'
import type { LifeEvent } from '../../catalogue/life-event.ts'
import { isUuid } from '../../shared/references.ts'
import { whatReportSays } from '../answers-store.ts'
import type { Draft } from '../drafts/draft.ts'
import { listDrafts, lockDrafts, openDraft, removeDraft, startDraft, takeDraft } from '../drafts/draft-store.ts'
import { addCorrection, reportCorrectedBy } from './follow-up-store.ts'
import { reportToFollow } from './followed-report-store.ts'
import { alsoAbout, warnWhomItNames } from '../somebody-else/reported-about-store.ts'
import { correctionPreview } from './correction-preview.ts'
import { isComplete } from '../journey/journey.ts'
import { openJourney } from '../journey/open-journey.ts'
import type { Owner } from '../owner.ts'
import { rememberFor } from '../remember.ts'

/**
 * Opens a draft with what a report says now, or the one that an earlier attempt left: of two clicks the second waits, and
 * finds the first one's.
 *
 * @returns `gone` when the report's answers were not kept or are erased.
 */
export async function beginToCorrect(owner: Owner, reportId: string): Promise<Draft | 'gone' | 'too-many'> {
  await lockDrafts(owner)
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
  | { kind: 'sent'; reference: string }
  /** Not the draft that was seen, or answers are missing: the citizen has to look again. */
  | { kind: 'not-ready' }
  /** Who gets it, or what, is not what was seen. */
  | { kind: 'changed' }
  /** The report was taken back meanwhile. */
  | { kind: 'withdrawn'; reference: string }

/** Sends what a draft says to those who were told what the report said. Sent again, it is the same correction. */
export async function sendCorrection(
  owner: Owner,
  event: LifeEvent,
  { draftId, seen }: { draftId: string; seen: string },
): Promise<Corrected> {
  if (!isUuid(draftId)) return { kind: 'not-ready' }
  const draft = await takeDraft(owner, { eventType: event.type, id: draftId })
  const earlier = await reportCorrectedBy(owner, draftId)
  if (earlier) return { kind: 'sent', ...earlier }
  const report = draft?.correctsReportId && (await reportToFollow(owner, draft.correctsReportId))
  if (!draft || !report || (report.proved && !owner.person.proved)) return { kind: 'not-ready' }
  const open = await openJourney(owner, event, draft)
  const { journey, about } = open
  if (!isComplete(journey)) return { kind: 'not-ready' }
  const preview = await correctionPreview(owner, open, report.id)
  if (preview.seen !== seen || !preview.differs) return { kind: 'changed' }
  const safety = event.safety(journey.given)
  const content = { facts: preview.facts, answers: draft.answers }
  // First, because it waits for others who report the same, and they for nobody who has the report's row.
  if (about) await alsoAbout(owner, report.id, about)
  const sent = await addCorrection(owner, report, { content, draftId, safety, leftOut: preview.chosen })
  await removeDraft(owner, draft.id)
  if (!sent) return { kind: 'withdrawn', reference: report.reference }
  if (about) await warnWhomItNames(owner, report.id)
  await rememberFor(owner, journey, report.id)
  const to = { account: owner.person.accountId }
  if (safety && !report.safety) await quietenNotices(owner.tx)
  await queueNotice(owner.tx, { to, kind: 'report-corrected', key: draftId, quiet: report.safety || safety })
  return { kind: 'sent', reference: report.reference }
}
