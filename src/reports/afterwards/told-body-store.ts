import type { Bilingual } from '../../shared/language.ts'
import type { Owner } from '../owner.ts'

/** A body that a report goes to under one agreement. */
export interface ReportedBody {
  agreementId: string
  version: number
  name: Bilingual
  /** It was told, or may have been. */
  knows: boolean
  /** Fields that the citizen left out for it. */
  leftOut: readonly string[]
  /** The report says by now that somebody may be at risk. */
  safety: boolean
}

/**
 * Who gets a correction of a report: whoever was told, is being told or is still to be told. Before it is worked out who
 * that is, those on the page that the citizen sent. In the citizen's context.
 */
export async function bodiesToCorrect({ tx }: Owner, reportId: string): Promise<ReportedBody[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `with report as (select id, told, withheld, redacted, safety, fanned_out_at from reports where id = ?),
     told as (
       select d.agency_id, d.agreement_id, d.agreement_version,
         bool_or(d.state = 'acknowledged' or d.attempts > 0 or d.leased_until is not null) as knows
       from deliveries d join report on report.id = d.report_id
       where d.after_id is null and d.state in ('due', 'held', 'waiting', 'acknowledged')
       group by d.agency_id, d.agreement_id, d.agreement_version
       union all
       select a.agency_id, a.id, shown.version::integer, false
       from report cross join jsonb_each_text(report.told) as shown (agreement_id, version)
       join agreements a on a.id = shown.agreement_id
       where report.fanned_out_at is null and report.withheld ->> a.id is null
     )
     select told.agreement_id, told.agreement_version, told.knows, g.name, report.safety,
       report.redacted -> told.agreement_id as left_out
     from told cross join report join agencies g on g.id = told.agency_id
     order by g.name ->> 'en', told.agreement_id`,
    [reportId],
  )
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    version: row.agreement_version,
    name: row.name,
    knows: row.knows,
    leftOut: row.left_out ?? [],
    safety: row.safety,
  }))
}

/** Agreements that stood on the page that the citizen sent, told or kept out. In the citizen's context. */
export async function bodiesShown({ tx }: Owner, reportId: string): Promise<string[]> {
  const row = await tx<{ id: string; told: Record<string, number> | null }>('reports')
    .where({ id: reportId })
    .first('told')
  return Object.keys(row?.told ?? {})
}

interface Row {
  agreement_id: string
  agreement_version: number
  knows: boolean
  name: Bilingual
  left_out: string[] | null
  safety: boolean
}
