import type { Db } from '../../shared/database.ts'
import type { EarlierReport } from './earlier-report.ts'

/** The report of this matter that came first and stands. In the context of whoever reports it now. */
export async function earlierReport(tx: Db, matter: Buffer): Promise<EarlierReport | undefined> {
  const { rows } = await tx.raw<{ rows: Row[] }>('select * from standing_report(?)', [matter])
  const [row] = rows
  return row && { id: row.id, submittedAt: row.submitted_at, aboutRef: row.about_ref, tells: row.agreements }
}

/** Until the transaction ends, nobody else sends or takes back a report of this matter. */
export async function lockMatter(tx: Db, matter: Buffer): Promise<void> {
  await tx.raw('select lock_matter(?)', [matter])
}

interface Row {
  id: string
  submitted_at: Date
  about_ref: Buffer
  agreements: string[]
}
