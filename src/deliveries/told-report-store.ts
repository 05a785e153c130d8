import type { SealedReport } from '../reports/report-store.ts'
import { ask, type Db } from '../shared/database.ts'

/** What sending needs of a report, as its row has it; the facts are sealed, and their key is with them. */
export interface ToldReport extends SealedReport {
  submitted_at: Date
  /** Agreement id to fields that its body is not told. */
  redacted: Readonly<Record<string, readonly string[]>>
  /** Somebody may be at risk: said when it was sent, or in a correction since. */
  safety: boolean
}

interface Row extends Omit<ToldReport, 'key'> {
  wrapped: Buffer | null
  key_encryption_key: string
}

/** These reports by id, in one query for a batch. */
export async function toldReports(db: Db, ids: readonly string[]): Promise<Map<string, ToldReport>> {
  const rows = await ask<Row>(db, {
    name: 'told reports',
    text: `
      select r.id, r.data_key_id, r.facts, r.submitted_at, r.redacted, r.safety, k.wrapped, k.key_encryption_key
      from reports r left join data_keys k on k.id = r.data_key_id where r.id = any($1::uuid[])`,
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map((row) => [row.id, withKey(row)]))
}

const withKey = ({ wrapped, key_encryption_key, ...report }: Row): ToldReport => ({
  ...report,
  key: wrapped && { id: report.data_key_id, wrapped, key_encryption_key },
})
