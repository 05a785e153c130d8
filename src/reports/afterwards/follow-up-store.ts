import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { seal } from '../../vault/sealing.ts'
import type { FollowedReport } from './followed-report-store.ts'
import type { FollowUpContents, Priority } from './follow-up.ts'
import type { Owner } from '../owner.ts'
import type { Redacted } from '../report.ts'

/** @returns false when it was withdrawn already. */
export async function addWithdrawal(
  owner: Owner,
  report: FollowedReport,
  { content, priority }: { content: FollowUpContents['withdrawal']; priority: Priority },
): Promise<boolean> {
  const { id, sealed } = sealedFor(report, content)
  return call(owner.tx, 'withdraw_report(?, ?, ?, ?::smallint, ?)', [report.id, id, sealed, priority, owner.now])
}

/** @returns false when the report was withdrawn. @throws a unique violation when the draft was sent already. */
export async function addCorrection(
  owner: Owner,
  report: FollowedReport,
  { content, draftId, safety, leftOut = {} }: Correction,
): Promise<boolean> {
  const { id, sealed } = sealedFor(report, content)
  const { tx, now, person } = owner
  const values = [report.id, id, draftId, sealed, safety, person.proved, JSON.stringify(leftOut), now]
  return call(tx, 'correct_report(?, ?, ?, ?, ?, ?, ?, ?)', values)
}

/** @returns false when that outcome was replied to already, or is none of this report's, or the report was withdrawn. */
export async function addReply<Kind extends 'answer' | 'offer'>(
  owner: Owner,
  report: FollowedReport,
  { kind, outcomeId, content }: { kind: Kind; outcomeId: number; content: FollowUpContents[Kind] },
): Promise<boolean> {
  const { id, sealed } = sealedFor(report, content)
  const values = [report.id, outcomeId, id, kind, sealed, owner.now]
  return call(owner.tx, 'reply_to_outcome(?, ?, ?, ?, ?, ?)', values)
}

/**
 * Tells a body that was held, or was to be told later: now, or once what cannot be undone has cooled off.
 *
 * @returns false when it is being told already.
 */
export const releaseDelivery = ({ tx, now }: Owner, reportId: string, deliveryId: string) =>
  call(tx, 'release_delivery(?, ?, ?)', [reportId, deliveryId, now])

/** Leaves a body out that has not been told. @returns false when it is being told already. */
export const keepFromTelling = ({ tx, now }: Owner, reportId: string, deliveryId: string) =>
  call(tx, 'keep_from_telling(?, ?, ?)', [reportId, deliveryId, now])

/** What became of a draft that corrects a report, if it was sent. In the citizen's context. */
export async function reportCorrectedBy({ tx }: Owner, draftId: string): Promise<{ reference: string } | undefined> {
  return tx('follow_ups as f')
    .join('reports as r', 'r.id', 'f.report_id')
    .where({ 'f.draft_id': draftId })
    .first<{ reference: string } | undefined>('r.reference')
}

interface Correction {
  content: FollowUpContents['correction']
  draftId: string
  safety: boolean
  /** What is left out from now on, for the bodies that it is chosen for. */
  leftOut?: Redacted
}

function sealedFor({ dataKey }: FollowedReport, content: unknown) {
  const id = uuidv7()
  return { id, sealed: dataKey ? seal(dataKey.key, content, placeOfContent(id)) : null }
}

async function call(tx: Knex.Transaction, statement: string, values: unknown[]): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { done: boolean }[] }>(`select ${statement} as done`, values as string[])
  return rows[0]?.done ?? false
}

/** Where what a follow-up says is sealed. */
export const placeOfContent = (row: string) => ({ table: 'follow_ups', column: 'content', row })
