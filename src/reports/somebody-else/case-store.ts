import { v7 as uuidv7 } from 'uuid'
import { queueNotice } from '../../notices/queue-notice.ts'
import type { Db } from '../../shared/database.ts'
import { openSetting, sealSetting, type Vault } from '../../vault/vault.ts'
import type { Case, ListedCase } from './case.ts'
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
export async function listCases(db: Db, { closed = false } = {}): Promise<ListedCase[]> {
  const query = db<CaseRow>('cases')
    .orderBy(['opened_at', 'id'])
    .select(...LISTED)
  const rows = await (closed ? query : query.where({ state: 'open' }))
  return rows.map(toListed)
}

/** One as it stands in the list. */
export async function findListedCase(db: Db, id: string): Promise<ListedCase | undefined> {
  const row = await db<CaseRow>('cases')
    .where({ id })
    .first(...LISTED)
  return row && toListed(row)
}

/** With what the operator wrote when it was closed. With the owner's or the worker's role. */
export async function findCase(db: Db, vault: Vault, id: string): Promise<(Case & { note?: string }) | undefined> {
  const row = await db<CaseRow>('cases').where({ id }).first()
  if (!row) return undefined
  return { ...toListed(row), reportId: row.report_id, ...(row.note && { note: openNote(vault, row.note, id) }) }
}

/** @returns false when there is no such case that is open. */
export async function closeCase(db: Db, vault: Vault, id: string, { note, at }: { note: string; at: Date }) {
  const closed = { state: 'closed' as const, closed_at: at, note: sealSetting(vault, note, noteOf(id)) }
  return (await db<CaseRow>('cases').where({ id, state: 'open' }).update(closed)) === 1
}

/** What an operator wrote when a case was closed. */
export const openNote = (vault: Vault, note: Buffer, id: string) => openSetting<string>(vault, note, noteOf(id))

const noteOf = (row: string) => ({ table: 'cases', column: 'note', row })

// The web role may read these columns, and no others.
const LISTED = ['id', 'kind', 'opened_at', 'state', 'closed_at'] as const

const toListed = (row: Pick<CaseRow, (typeof LISTED)[number]>): ListedCase => ({
  id: row.id,
  kind: row.kind,
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
