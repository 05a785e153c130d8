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
