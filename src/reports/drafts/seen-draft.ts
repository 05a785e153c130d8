import type { LifeEvent } from '../../catalogue/life-event.ts'
import { isUuid } from '../../shared/references.ts'
import { findDraft, openDraft } from './draft-store.ts'
import { reportCorrectedBy } from '../afterwards/follow-up-store.ts'
import { openJourney, whatIsKnown, type OpenJourney } from '../journey/open-journey.ts'
import type { Owner } from '../owner.ts'
import { paths } from '../paths.ts'
import { reportOfDraft } from '../report-store.ts'

/** Undefined when the draft that the form was about is not there any more. */
export async function openSeen(
  owner: Owner,
  event: LifeEvent,
  id: string | undefined,
): Promise<OpenJourney | undefined> {
  const isSent = id !== undefined
  if (isSent && !isUuid(id)) return undefined
  // Both asked for at once: every page of a journey waits for them.
  const [draft, held] = await Promise.all([findDraft(owner, { eventType: event.type, id }), whatIsKnown(owner)])
  // The page that comes next is about this one.
  if (draft && isSent) await openDraft(owner, draft.id)
  return draft || !isSent ? openJourney(owner, event, draft, held) : undefined
}

/** Where a form leads whose draft is not there any more. */
export type WhenGone = (owner: Owner, draftId: string | undefined) => Promise<string>

/** The send button, pressed again: the draft is a report now. */
export const toConfirmation: WhenGone = async (owner, draftId = '') => {
  if (!isUuid(draftId)) return paths.draftGone
  const sent = await reportOfDraft(owner, draftId)
  if (sent) return paths.confirmation(sent.reference)
  const corrected = await reportCorrectedBy(owner, draftId)
  return corrected ? paths.progress(corrected.reference) : paths.draftGone
}
