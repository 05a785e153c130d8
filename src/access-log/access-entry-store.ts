import type { Cursor } from '../shared/cursor.ts'
import type { Db } from '../shared/database.ts'
import type { AccessEntry, AccessFilter } from './access-entry.ts'
import { conditionsOf, textOf, valuesOf } from './access-filter-store.ts'
import { OUR_CONTROLLER } from './access-record.ts'
import { reasonOfLook } from './look-reason.ts'
import { neutralised } from './neutral.ts'
import { findResults } from './disclosure-result-store.ts'

/** Which entries: the newest, or those older or newer than a place in the list. */
export interface Wanted {
  filter: AccessFilter
  older?: Cursor | undefined
  newer?: Cursor | undefined
  limit: number
}

/** Newest first as they reached the list; with `newer`, those nearest to the cursor, still newest first. */
export async function findEntries(tx: Db, subjects: readonly Buffer[], wanted: Wanted): Promise<AccessEntry[]> {
  const { rows } = await entriesQuery(tx, subjects, wanted)
  return withResults(tx, subjects, wanted.newer ? rows.reverse() : rows)
}

/** The statement behind a page, apart so that a test can ask PostgreSQL for its plan. */
export function entriesQuery(tx: Db, subjects: readonly Buffer[], { filter, older, newer, limit }: Wanted) {
  const direction = newer ? 'asc' : 'desc'
  const conditions = conditionsOf(filter)
  if (older) conditions.push([`and ${PLACE} < ${CURSOR}`, older.microseconds, older.id])
  if (newer) conditions.push([`and ${PLACE} > ${CURSOR}`, newer.microseconds, newer.id])
  // Each subject's rows come from its own stretch of the index, already in order; only a page of each is merged.
  return tx.raw<{ rows: Row[] }>(
    `select found.* from unnest(?::bytea[]) as mine (ref) cross join lateral (
       select ${COLUMNS} from access_records
       where subject_ref = mine.ref ${textOf(conditions)}
       order by registered_at ${direction}, record_id ${direction} limit ?
     ) as found
     order by registered_at ${direction}, record_id ${direction} limit ?`,
    [[...subjects], ...valuesOf(conditions), limit, limit] as string[],
  )
}

/** @param body whose record it is: ids are unique for each body only. Without one, ours comes before any body's. */
export async function findEntry(tx: Db, subjects: readonly Buffer[], id: string, body?: string) {
  const entries = await findEntriesById(tx, subjects, [id])
  if (body !== undefined) return entries.find(({ ours, bodyId }) => !ours && bodyId === body)
  return entries.find(({ ours }) => ours) ?? entries[0]
}

/** Those of these records that there are, the earliest first. */
async function findEntriesById(tx: Db, subjects: readonly Buffer[], ids: readonly string[]) {
  const asked = tx
    .raw<{ rows: Row[] }>(
      `select ${COLUMNS} from access_records
       where subject_ref = any(?::bytea[]) and record_id = any(?::uuid[]) order by registered_at`,
      [[...subjects], [...ids]],
    )
    // By a name each connection plans it once.
    .options({ name: 'access entries by id' })
  // Both asked for at once, which is one way there and back.
  const [{ rows }, results] = await Promise.all([asked, findResults(tx, subjects, ids)])
  return rows.map((row) => toEntry(row, results))
}

// `microseconds` makes the cursor: a Date would drop what PostgreSQL keeps below the millisecond.
const COLUMNS = `record_id, subject_ref, registered_at, body_id, controller_id, controller_unit, controller_system,
  counterparty_id, trace_id, span_id, name, status, occurred_start, occurred_end, access_type, activity_id, legal_basis,
  power, agreement_ref, report_id, data_categories, actor_kind, actor_role, subject_role, visibility, drift, supersedes, void,
  (extract(epoch from registered_at) * 1000000)::bigint as microseconds`
const PLACE = '(registered_at, record_id)'
const CURSOR = `('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)`

interface Row {
  record_id: string
  subject_ref: Buffer
  registered_at: Date
  microseconds: number
  body_id: string
  controller_id: string
  controller_unit: string | null
  controller_system: string | null
  counterparty_id: string | null
  trace_id: string
  name: string
  status: AccessEntry['status']
  occurred_start: Date
  occurred_end: Date
  access_type: AccessEntry['accessType']
  activity_id: string
  legal_basis: string
  power: string
  agreement_ref: string | null
  report_id: string | null
  data_categories: string[]
  actor_kind: AccessEntry['actor']['kind']
  actor_role: string | null
  subject_role: AccessEntry['subjectRole']
  visibility: string
  drift: string[]
  supersedes: string | null
  void: boolean
}

/** What became of our own disclosures among them. */
async function withResults(tx: Db, subjects: readonly Buffer[], rows: Row[]): Promise<AccessEntry[]> {
  const ours = rows.filter(isOurs).map((row) => row.record_id)
  const results = await findResults(tx, subjects, ours)
  return rows.map((row) => toEntry(row, results))
}

/** We told the body. What we looked at ourselves stands as our own doing, as bodies' does. */
const isOurs = ({ controller_id, body_id }: Row) => controller_id === OUR_CONTROLLER && body_id !== OUR_CONTROLLER

const toEntry = (row: Row, results: Awaited<ReturnType<typeof findResults>>): AccessEntry =>
  neutralised({
    recordId: row.record_id,
    subjectRef: row.subject_ref,
    controllerId: row.controller_id,
    visibility: row.visibility,
    cursor: { microseconds: row.microseconds, id: row.record_id },
    registeredAt: row.registered_at,
    occurredStart: row.occurred_start,
    occurredEnd: row.occurred_end,
    bodyId: row.body_id,
    ours: isOurs(row),
    unit: row.controller_unit ?? undefined,
    system: row.controller_system ?? undefined,
    counterpartyId: row.counterparty_id ?? undefined,
    status: row.status,
    accessType: row.access_type,
    activityId: row.activity_id,
    legalBasis: row.legal_basis,
    power: row.power,
    agreementId: row.agreement_ref ?? undefined,
    reportId: row.report_id ?? undefined,
    dataCategories: row.data_categories,
    actor: { kind: row.actor_kind, role: row.actor_role ?? undefined },
    subjectRole: row.subject_role,
    drift: row.drift,
    supersedes: row.supersedes ?? undefined,
    void: row.void,
    traceId: row.trace_id,
    disclosure: isOurs(row) ? results.get(row.record_id) : undefined,
    lookReason: row.body_id === OUR_CONTROLLER ? reasonOfLook(row.name) : undefined,
  })
