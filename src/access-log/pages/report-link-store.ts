import type { Db } from '../../shared/database.ts'

/** Enough of a report to lead to it. */
export interface ReportLink {
  reference: string
  eventType: string
  submittedAt: Date
}

/** The reports of the account in context among these, by id. */
export async function findReportLinks(tx: Db, ids: readonly string[]): Promise<Map<string, ReportLink>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; reference: string; event_type: string; submitted_at: Date }>('reports')
    .whereRaw('id = any(?::uuid[])', [[...new Set(ids)]])
    .select('id', 'reference', 'event_type', 'submitted_at')
  return new Map(
    rows.map(({ id, reference, event_type, submitted_at }) => {
      return [id, { reference, eventType: event_type, submittedAt: submitted_at }]
    }),
  )
}

/** The newest of the account in context. */
export async function latestReports(tx: Db, most: number): Promise<ReportLink[]> {
  const rows = await tx<{ id: string; reference: string; event_type: string; submitted_at: Date }>('reports')
    .orderBy([
      { column: 'submitted_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most)
    .select('reference', 'event_type', 'submitted_at')
  return rows.map(({ reference, event_type, submitted_at }) => ({
    ...{ reference, eventType: event_type, submittedAt: submitted_at },
  }))
}

/** One of the account in context, by the reference it is known by. */
export async function findReportByReference(tx: Db, reference: string) {
  const row = await tx<{ id: string; reference: string; event_type: string; submitted_at: Date }>('reports')
    .where({ reference })
    .first('id', 'event_type', 'submitted_at')
  return row && { id: row.id, reference, eventType: row.event_type, submittedAt: row.submitted_at }
}
