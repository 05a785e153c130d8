import { DAY, later } from '../../shared/clock.ts'
import { ask, type Db } from '../../shared/database.ts'
import type { AccessEntry } from '../access-entry.ts'
import { PROTECTED } from '../neutral.ts'

/** A later record of the same body that corrects an earlier one, or takes it back. */
export interface Correction {
  recordId: string
  bodyId: string
  void: boolean
}

/** By the id and body of the earlier record: `corrected`. The newest stands. */
export async function findCorrections(tx: Db, subjects: readonly Buffer[], entries: readonly AccessEntry[]) {
  const earlier = entries.filter(({ ours }) => !ours).map(({ recordId }) => recordId)
  if (earlier.length === 0) return new Map<string, Correction>()
  const rows = await ask<Correction & { supersedes: string }>(tx, {
    name: 'corrections of access records',
    text: `
      select supersedes, record_id as "recordId", body_id as "bodyId", void from access_records
      where subject_ref = any ($1::bytea[]) and supersedes = any ($2::uuid[]) order by registered_at, record_id`,
    values: [subjects, earlier],
  })
  return new Map(rows.map(({ supersedes, ...correction }) => [correctedKey(supersedes, correction.bodyId), correction]))
}

export const correctedKey = (recordId: string, bodyId: string) => `${recordId} ${bodyId}`

/** What a citizen may see of the same piece of work, in the order in which it came to the list. */
export interface SameTrace {
  recordId: string
  bodyId: string
  ours: boolean
  accessType: AccessEntry['accessType']
  counterpartyId: string | null
}

const AROUND = 31 * DAY
const MOST = 10

/** Without an index of its own: of one person's month or so before and after. */
export async function findSameTrace(tx: Db, subjects: readonly Buffer[], entry: AccessEntry): Promise<SameTrace[]> {
  const { traceId, registeredAt, recordId, bodyId } = entry
  if (traceId === '') return []
  return ask<SameTrace>(tx, {
    name: 'access records of a trace',
    text: `
      select record_id as "recordId", body_id as "bodyId", controller_id <> body_id as ours,
        access_type as "accessType", counterparty_id as "counterpartyId"
      from access_records
      where subject_ref = any ($1::bytea[]) and registered_at between $2 and $3 and trace_id = $4 and visibility <> '${PROTECTED}'
        and not (record_id = $5::uuid and body_id = $6 and (controller_id <> body_id) = $7)
      order by registered_at, record_id limit ${MOST}`,
    values: [
      ...[subjects, later(registeredAt, -AROUND).toISOString(), later(registeredAt, AROUND).toISOString()],
      ...[traceId, recordId, bodyId, entry.ours],
    ],
  })
}
