import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { LookReason } from '../../access-log/look-reason.ts'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { Method, Status } from '../../subscriptions/subscription.ts'

/** What waits for an operator. In an operator's context, as all here. */
export async function openWork(tx: Db): Promise<OpenWork> {
  const { rows } = await tx.raw<{ rows: OpenWork[] }>(
    `select (select count(*) from join_requests where state = 'new') as requests,
            (select count(*) from grant_proposals where state = 'proposed') as proposals,
            (select count(*) from seals_to_second()) as seals`,
  )
  return rows[0] ?? { requests: 0, proposals: 0, seals: 0 }
}

export interface OpenWork {
  requests: number
  proposals: number
  /** At bodies with one officer alone. */
  seals: number
}

/** How a stream does. */
export interface Health {
  id: string
  agencyId: string
  agencyName: Bilingual
  method: Method
  endpointUrl: string | null
  status: Status
  reason: string | null
  /** As the receiver named them; null: it named none. */
  eventsRequested: string[] | null
  waiting: number
  oldestDue: Date | null
  lastSuccess: Date | null
  failingSince: Date | null
  givenUp: number
  /** Who paused it or turned it off in the console last; null: nobody did. */
  by: string | null
}

export async function streamHealth(tx: Db): Promise<Health[]> {
  const { rows } = await tx.raw<{ rows: HealthRow[] }>(
    `select s.id, s.agency_id, g.name, s.method, s.endpoint_url, s.status, s.reason, s.events_requested,
            h.waiting, h.oldest_due, h.last_success, h.failing_since, h.given_up, acted.by
     from stream_health() h
     join subscriptions s on s.id = h.subscription_id
     join agencies g on g.id = s.agency_id
     left join lateral (
       select coalesce(m.name, '') as by from staff_actions a left join staff_members m on m.id = a.staff_id
       where a.agency_id = s.agency_id and a.target = s.id::text and a.action like 'stream-%'
       order by a.at desc limit 1) acted on s.status <> 'enabled'
     where g.state <> 'off-boarded'
     order by h.failing_since is null, h.given_up = 0, s.status = 'enabled', g.name ->> 'en', s.id`,
  )
  return rows.map((row) => ({
    ...{ id: row.id, agencyId: row.agency_id, agencyName: row.name, method: row.method, status: row.status },
    ...{ endpointUrl: row.endpoint_url, reason: row.reason, waiting: row.waiting, givenUp: row.given_up, by: row.by },
    ...{ eventsRequested: row.events_requested, oldestDue: row.oldest_due, lastSuccess: row.last_success },
    failingSince: row.failing_since,
  }))
}

export interface Look {
  id: string
  caseId: string
  staffId: string
  reason: LookReason
  at: Date
}

/**
 * Begins a look into a case, with an id of an access record for each person whom it concerns: they have to stand in the log
 * before the case is shown.
 */
export async function beginLook(tx: Knex.Transaction, { id, caseId, staffId, reason, at }: Look) {
  const ids = Array.from({ length: MOST_PEOPLE }, () => uuidv7())
  const { rows } = await tx.raw<{ rows: { subject_ref: Buffer; record_id: string }[] }>(
    'select subject_ref, record_id from look_into_case(?, ?, ?, ?, ?::uuid[], ?)',
    [id, caseId, staffId, reason, ids, at] as unknown as string[],
  )
  return rows.map(({ subject_ref: subjectRef, record_id: recordId }) => ({ subjectRef, recordId }))
}

/** Who reported it, whom it is about, and who opened the case. */
const MOST_PEOPLE = 3

/**
 * What a case is about, in the transaction of a look that is on record by now. Without a report: that was erased.
 * Undefined in any other transaction, and while the look is not on record.
 */
export async function caseLookedInto(tx: Knex.Transaction, lookId: string): Promise<CaseDetails | undefined> {
  const { rows } = await tx.raw<{ rows: CaseDetails[] }>('select * from case_looked_into(?)', [lookId])
  return rows[0]
}

export interface CaseDetails {
  reference: string | null
  event_type: string | null
  submitted_at: Date | null
  /** Sealed. */
  note: Buffer | null
}

interface HealthRow {
  id: string
  agency_id: string
  name: Bilingual
  method: Method
  endpoint_url: string | null
  status: Status
  reason: string | null
  events_requested: string[] | null
  waiting: number
  oldest_due: Date | null
  last_success: Date | null
  failing_since: Date | null
  given_up: number
  by: string | null
}
