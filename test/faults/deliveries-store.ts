import type { Db } from '../../src/shared/database.ts'

/** A delivery, and what else the database has of it. */
export interface StoredDelivery {
  /** The jti of its token. */
  id: string
  reference: string
  body: string
  kind: 'report' | 'correction' | 'withdrawal'
  state: string
  attempts: number
  settledAt: Date | null
  accessRecordId: string
  /** Attempts on record … */
  recordedAttempts: number
  /** … and those that were accepted. */
  acceptedAttempts: number
  accessRecords: number
  registeredAt: Date | null
  /** What the citizen's log says became of the disclosure. */
  results: string[]
}

export async function storedDeliveries(owner: Db): Promise<StoredDelivery[]> {
  const { rows } = await owner.raw<{ rows: StoredDelivery[] }>(
    `select d.id, r.reference, d.agency_id as body, coalesce(f.kind, 'report') as kind, d.state, d.attempts,
       d.settled_at as "settledAt", d.access_record_id as "accessRecordId",
       a.made as "recordedAttempts", a.accepted as "acceptedAttempts",
       x.made as "accessRecords", x.registered_at as "registeredAt",
       array(select result from disclosure_results y where y.record_id = d.access_record_id) as results
     from deliveries d join reports r on r.id = d.report_id left join follow_ups f on f.id = d.follow_up_id
     cross join lateral (
       select count(*)::int as made, (count(*) filter (where result = 'accepted'))::int as accepted
       from delivery_attempts a where a.delivery_id = d.id
     ) a cross join lateral (
       select count(*)::int as made, min(registered_at) as registered_at
       from access_records x where x.subject_ref = d.subject_ref and x.record_id = d.access_record_id
     ) x order by d.created_at, d.id`,
  )
  return rows
}

const BALLAST = 'ballast'

/** Fills the table of access records with some megabytes of nobody's, so that it is the largest there is. */
export async function addBallast(owner: Db): Promise<void> {
  await owner.raw(
    `insert into access_records (record_id, subject_ref, registered_at, body_id, controller_id, trace_id, span_id, name,
       status, occurred_start, occurred_end, access_type, activity_id, purpose, legal_basis, power, data_categories,
       actor_kind)
     select gen_random_uuid(), '\\x00', now(), ?, 'ballast', '', '', '', 'ok', now(), now(), 'disclose', repeat('-', 400),
       '', '', '', '{}', 'automated' from generate_series(1, 5000)`,
    [BALLAST],
  )
}

/** Access records of ours that are of nothing that was told, nor told again. */
export async function strayRecords(owner: Db): Promise<number> {
  const { rows } = await owner.raw<{ rows: { count: number }[] }>(
    `select count(*)::int from access_records x
     where body_id <> ? and not exists (select from deliveries d where d.access_record_id = x.record_id)
       and not exists (select from redeliveries r where r.access_record_id = x.record_id)`,
    [BALLAST],
  )
  return rows[0]?.count ?? 0
}

export const referencesOf = (owner: Db): Promise<string[]> => owner('reports').pluck<string[]>('reference')

/** Reports that nobody has worked out yet, and deliveries that are not done with. */
export async function owed(owner: Db): Promise<number> {
  const reports = await owner('reports').whereNull('fanned_out_at').pluck<string[]>('id')
  const deliveries = await owner('deliveries').whereIn('state', ['due', 'waiting']).pluck<string[]>('id')
  return reports.length + deliveries.length
}
