import { v7 as uuidv7 } from 'uuid'
import { queueNotice } from '../../notices/queue-notice.ts'
import type { Db } from '../../shared/database.ts'
import { openSetting, sealSetting, type Vault } from '../../vault/vault.ts'
import type { Case } from './case.ts'
import type { Owner } from '../owner.ts'

/** With what it is about, or not at all; and an operator is told that there is one. */
export async function openCase({ tx, person, now }: Owner, kind: 'wrong-report', reportId: string): Promise<void> {
  const id = uuidv7()
  await tx('cases').insert({ id, kind, report_id: reportId, account_id: person.accountId, opened_at: now })
  await tellOperator(tx, id)
}

export const tellOperator = (tx: Db, caseId: string) =>
  queueNotice(tx, { to: { operator: true }, kind: 'case-opened', key: caseId })

/** Those that are open, the oldest first; with the closed ones if wanted. In an operator's hands, as all that follow. */
export async function listCases(db: Db, { closed = false } = {}): Promise<Case[]> {
  const query = db<CaseRow>('cases').orderBy(['opened_at', 'id'])
  const rows = await (closed ? query : query.where({ state: 'open' }))
  return rows.map(toCase)
}

/** With what the operator wrote when it was closed. */
export async function findCase(db: Db, vault: Vault, id: string): Promise<(Case & { note?: string }) | undefined> {
  const row = await db<CaseRow>('cases').where({ id }).first()
  if (!row) return undefined
  return { ...toCase(row), ...(row.note && { note: openSetting<string>(vault, row.note, noteOf(id)) }) }
}

/** What an operator needs to find the report that a case is about. */
export async function reportOfCase(db: Db, reportId: string) {
  const row = await db<ReportRow>('reports')
    .where({ id: reportId })
    .first('reference', 'event_type', 'state', 'submitted_at', 'provenance')
  if (!row) return undefined
  const { reference, event_type: eventType, state, submitted_at: submittedAt, provenance } = row
  return { reference, eventType, state, submittedAt, provenance }
}

/** @returns false when there is no such case that is open. */
export async function closeCase(db: Db, vault: Vault, id: string, { note, at }: { note: string; at: Date }) {
  const closed = { state: 'closed' as const, closed_at: at, note: sealSetting(vault, note, noteOf(id)) }
  return (await db<CaseRow>('cases').where({ id, state: 'open' }).update(closed)) === 1
}

const noteOf = (row: string) => ({ table: 'cases', column: 'note', row })

const toCase = (row: CaseRow): Case => ({
  id: row.id,
  kind: row.kind,
  reportId: row.report_id,
  openedAt: row.opened_at,
  state: row.state,
  closedAt: row.closed_at ?? undefined,
})

interface CaseRow {
  id: string
  kind: Case['kind']
  report_id: string
  opened_at: Date
  state: Case['state']
  closed_at: Date | null
  note: Buffer | null
}

interface ReportRow {
  id: string
  reference: string
  event_type: string
  state: string
  submitted_at: Date
  provenance: { relationship: string; proof: string } | null
}
