import type { LifeEvent } from '../catalogue/life-event.ts'
import { queueNotice } from '../notices/queue-notice.ts'
import { HOUR, later } from '../shared/clock.ts'
import { isUuid } from '../shared/references.ts'
import type { Draft } from './drafts/draft.ts'
import { removeDraft, takeDraft } from './drafts/draft-store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Owner } from './owner.ts'
import { earlierReport, lockMatter } from './somebody-else/earlier-report-store.ts'
import { warnWhomItNames } from './somebody-else/reported-about-store.ts'
import { isComplete } from './journey/journey.ts'
import { listedAs } from './listed-as.ts'
import { openJourney, type OpenJourney } from './journey/open-journey.ts'
import { previewOf, tellsNobody, unchosen, type Choices, type Preview } from './preview/preview.ts'
import { rememberFor } from './remember.ts'
import type { NewReport, Report } from './report.ts'
import { reportOfDraft, storeReport } from './report-store.ts'
import { redactedBy, somethingCoolsOff, timingBy, toldBy, withheldBy } from './preview/told-and-withheld.ts'

/** What the page that was sent says: which draft, what it showed, and the citizen's choices by agreement. */
export interface Sending {
  draftId: string
  seen: string
  choices: Choices
}

export type Sent =
  | { kind: 'sent'; report: Report }
  /** Not the draft that was seen, or answers are missing: the citizen has to look again. */
  | { kind: 'not-ready' }
  | { kind: 'changed' }
  | { kind: 'unchosen' }

/** Makes a report of a draft, once: sending again, at the same time too, finds the same report. */
export async function sendReport(
  owner: Owner,
  event: LifeEvent,
  { coolingOffHours, ...sending }: Sending & { coolingOffHours: number },
): Promise<Sent> {
  if (!isUuid(sending.draftId)) return { kind: 'not-ready' }
  const draft = await takeDraft(owner, { eventType: event.type, id: sending.draftId })
  const earlier = await reportOfDraft(owner, sending.draftId)
  if (earlier) return { kind: 'sent', report: earlier }
  if (!draft) return { kind: 'not-ready' }
  const open = await inTurn(owner, await openJourney(owner, event, draft))
  if (!isComplete(open.journey)) return { kind: 'not-ready' }
  const preview = previewOf(open, { now: owner.now, coolingOffHours })
  if (preview.seen !== sending.seen || tellsNobody(preview)) return { kind: 'changed' }
  if (unchosen(preview, sending.choices).length > 0) return { kind: 'unchosen' }
  const cooledAt = event.coolingOff && later(owner.now, coolingOffHours * HOUR)
  const report = await storeReport(owner, {
    ...newReport(owner.vault, draft, open, preview, sending.choices),
    cooledAt,
  })
  await noteSending(owner, report, { waits: somethingCoolsOff(preview, sending.choices) })
  if (open.about) await warnWhomItNames(owner, report.id)
  await rememberFor(owner, open.journey, report.id)
  await removeDraft(owner, draft.id)
  return { kind: 'sent', report }
}

/** With the report or not at all. */
async function noteSending({ tx, person }: Owner, { id: key, safety }: Report, { waits }: { waits: boolean }) {
  const notice = { to: { account: person.accountId }, key, quiet: safety }
  await queueNotice(tx, { ...notice, kind: 'report-sent' })
  if (waits) await queueNotice(tx, { ...notice, kind: 'cooling-off-begun' })
}

/** Of two that send a report of one matter at the same moment, one is first, and the other sees it. */
async function inTurn({ tx }: Owner, open: OpenJourney): Promise<OpenJourney> {
  if (!open.about) return open
  await lockMatter(tx, open.about.matter)
  return { ...open, earlier: await earlierReport(tx, open.about.matter) }
}

function newReport(
  vault: Vault,
  draft: Draft,
  { journey, about, earlier }: OpenJourney,
  preview: Preview,
  choices: Choices,
): NewReport {
  const { event, given, known } = journey
  return {
    eventType: event.type,
    draftId: draft.id,
    facts: event.parseFacts(preview.facts),
    answers: draft.answers,
    areas: preview.areas,
    listedAs: listedAs(vault, known, preview.facts, about !== undefined),
    told: toldBy(preview),
    withheld: withheldBy(preview, choices),
    timing: timingBy(preview, choices),
    redacted: redactedBy(preview),
    handOffs: event.handOffs?.(given, known) ?? [],
    safety: event.safety(given),
    ...{ about, joins: earlier },
  }
}
