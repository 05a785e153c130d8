import { MADE_WITHOUT_PROOF } from '../reports/reporter-store.ts'
import type { Cursor } from '../shared/cursor.ts'
import type { Db } from '../shared/database.ts'
import type { TrackedReport } from './tracked-report.ts'

/**
 * The account's reports, newest first, from a place on. In the citizen's context.
 *
 * @param page with `types` for somebody who has not proved who they are: of these, and made without a proof
 */
export async function findReports(
  tx: Db,
  page: { older?: Cursor | undefined; types?: readonly string[] | undefined; limit: number },
): Promise<TrackedReport[]> {
  const { rows } = await tx.raw<{ rows: ReportRow[] }>(
    `select ${REPORT_COLUMNS} from reports
     where account_id = context_account() ${page.types ? `and event_type = any(?::text[]) and ${MADE_WITHOUT_PROOF}` : ''}
       ${page.older ? `and (submitted_at, id) < ${CURSOR}` : ''}
     order by submitted_at desc, id desc limit ?`,
    [
      ...(page.types ? [page.types] : []),
      ...(page.older ? [page.older.microseconds, page.older.id] : []),
      page.limit,
    ] as unknown as string[],
  )
  return rows.map(toReport)
}

/** What a query needs to select for `toReport`. */
export const REPORT_COLUMNS = `id, reference, event_type, data_key_id, told, withheld, submitted_at, fanned_out_at, state, safety, cooled_at,
  answers is not null as answers_kept, joins_report_id is not null as joins,
  (extract(epoch from submitted_at) * 1000000)::bigint as microseconds`
const CURSOR = `('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)`

export interface ReportRow {
  id: string
  reference: string
  event_type: string
  data_key_id: string
  told: TrackedReport['told']
  withheld: TrackedReport['withheld']
  submitted_at: Date
  state: 'reported' | 'withdrawn'
  safety: boolean
  answers_kept: boolean
  joins: boolean
  cooled_at: Date | null
  fanned_out_at: Date | null
  microseconds: number
}

export const toReport = (row: ReportRow): TrackedReport => ({
  id: row.id,
  cursor: { microseconds: row.microseconds, id: row.id },
  reference: row.reference,
  eventType: row.event_type,
  dataKeyId: row.data_key_id,
  told: row.told,
  withheld: row.withheld,
  submittedAt: row.submitted_at,
  fannedOut: row.fanned_out_at !== null,
  withdrawn: row.state === 'withdrawn',
  joins: row.joins,
  safety: row.safety,
  answersKept: row.answers_kept,
  ...(row.cooled_at && { cooledAt: row.cooled_at }),
})
