import { OUR_CONTROLLER } from '../access-log/access-record.ts'
import { AGREEMENT_COLUMNS, toAgreement, type AgreementRow } from '../agreements/agreement-rows.ts'
import { versionPath, type Agreement, type AgreementState } from '../agreements/agreement.ts'
import type { Prepared } from '../shared/database.ts'
import type { WrappedDataKey } from '../vault/data-key-store.ts'
import type { FollowUp } from './thread.ts'
import { DELIVERIES, ORDER_OF_DELIVERIES, toDelivery, type DeliveryRow } from './tracked-delivery-store.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import {
  FOLLOW_UPS,
  OUTCOMES,
  toFollowUp,
  toOutcome,
  type FollowUpRow,
  type OutcomeRow,
} from './tracked-follow-up-store.ts'
import { REPORT_COLUMNS, toReport, type ReportRow } from './tracked-report-store.ts'
import type { TrackedReport } from './tracked-report.ts'

/** A report with all that came of it. */
export interface WholeReport {
  report: TrackedReport
  /** By body and agreement. */
  deliveries: TrackedDelivery[]
  /** What the citizen did after sending, the earliest first, as the answers that came. */
  followUps: FollowUp[]
  outcomes: Outcome[]
  /** By `versionPath`: those that something was sent under. */
  agreements: Map<string, Agreement>
  /** Ids of those of its agreements that nobody reviewed in time. */
  lapsed: ReadonlySet<string>
  /** Categories of data that our own access records of it tell, by the record's id. */
  disclosed: Record<string, string[]>
  /** Those of the bodies it went to that have used its citizen's data since, as the access log has it. */
  looked: string[]
  /** What opens its words; undefined once they are erased. */
  dataKey: WrappedDataKey | undefined
}

/** Asks one statement in the citizen's context. */
export type Reading = <Row>(statement: Prepared) => Promise<Row[]>

/** In no order. Those of other citizens are left out, as is what does not exist. */
export async function findWholeReports(read: Reading, references: readonly string[]): Promise<WholeReport[]> {
  const rows = await read<Row>({ name: 'whole reports', text: WHOLE, values: [references, OUR_CONTROLLER] })
  return rows.map(toWhole)
}

// As JSON, and in one statement: to ask for each by itself takes longer than PostgreSQL takes to find them.
const WHOLE = `
  with r as materialized (
    select ${REPORT_COLUMNS} from reports where account_id = context_account() and reference = any($1::text[])
  ), sent as materialized (${DELIVERIES})
  select r.*, k.wrapped, k.key_encryption_key,
    (select json_agg(sent order by ${ORDER_OF_DELIVERIES}) from sent where report_id = r.id) as deliveries,
    (select json_agg(f order by created_at, id) from (${FOLLOW_UPS} where report_id = r.id) f) as follow_ups,
    (select json_agg(o order by id) from (
      ${OUTCOMES} where delivery_id = any (array(select sent.id from sent where report_id = r.id))) o) as outcomes,
    (select json_agg(g) from (
      select ${AGREEMENT_COLUMNS}, a.state
      from (select distinct agreement_id, agreement_version as version from sent where report_id = r.id) u
      join agreement_versions v using (agreement_id, version) join agreements a on a.id = v.agreement_id) g) as agreements,
    (select json_object_agg(record_id, data_categories) from access_records
      where subject_ref = any ((select context_subjects())::bytea[]) and controller_id = $2
        and record_id = any (array(select access_record_id from sent where report_id = r.id))) as disclosed,
    (select json_agg(u.agency_id) from (select distinct agency_id from sent where report_id = r.id) u where exists (
      select from access_records a where a.subject_ref = any ((select context_subjects())::bytea[])
        and a.body_id = u.agency_id and a.registered_at >= r.submitted_at and a.controller_id <> $2)) as looked
  from r left join data_keys k on k.id = r.data_key_id`

interface Row extends ReportRow {
  wrapped: Buffer | null
  key_encryption_key: string
  deliveries: DeliveryRow[] | null
  follow_ups: FollowUpRow[] | null
  outcomes: OutcomeRow[] | null
  agreements: (AgreementRow & { state: AgreementState })[] | null
  disclosed: Record<string, string[]> | null
  looked: string[] | null
}

const toWhole = (row: Row): WholeReport => ({
  report: toReport(row),
  deliveries: row.deliveries?.map(toDelivery) ?? [],
  followUps: row.follow_ups?.map(toFollowUp) ?? [],
  outcomes: row.outcomes?.map(toOutcome) ?? [],
  agreements: new Map(row.agreements?.map(toAgreement).map((agreement) => [versionPath(agreement), agreement])),
  lapsed: new Set(row.agreements?.filter(({ state }) => state === 'lapsed').map(({ agreement_id: id }) => id)),
  disclosed: row.disclosed ?? {},
  looked: row.looked ?? [],
  dataKey: row.wrapped
    ? { id: row.data_key_id, wrapped: row.wrapped, key_encryption_key: row.key_encryption_key }
    : undefined,
})
