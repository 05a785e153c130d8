import type { Db } from '../shared/database.ts'

/** What sending needs of a report; what it says is sealed. */
export interface ToldReport {
  id: string
  dataKeyId: string
  facts: Buffer
  submittedAt: Date
}

/** These reports by id, in one query for a batch. */
export async function toldReports(db: Db, ids: readonly string[]): Promise<Map<string, ToldReport>> {
  const rows = await db<Row>('reports')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'data_key_id', 'facts', 'submitted_at')
  return new Map(rows.map((row) => [row.id, toReport(row)]))
}

interface Row {
  id: string
  data_key_id: string
  facts: Buffer
  submitted_at: Date
}

const toReport = (row: Row): ToldReport => ({
  id: row.id,
  dataKeyId: row.data_key_id,
  facts: row.facts,
  submittedAt: row.submitted_at,
})
