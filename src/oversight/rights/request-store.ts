import type { Cursor } from '../../shared/cursor.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { RightsRequest } from './right.ts'

/** In its citizen's context. Its first entry follows it in the same transaction. */
export async function addRequest(tx: Db, request: RightsRequest): Promise<void> {
  await tx('rights_requests').insert({
    ...{ id: request.id, account_id: request.accountId, subject_ref: request.subjectRef },
    ...{ agency_id: request.agencyId, kind: request.kind, about: request.about ?? null },
    ...{ agreement_id: request.agreementId ?? null, sent_at: request.sentAt, due: request.due ?? null },
  })
}

/** In the context of its citizen or its body, to whom others' are not there. */
export async function findRequest(tx: Db, id: string): Promise<RightsRequest | undefined> {
  const row = await tx<RequestRow>('rights_requests').where({ id }).first()
  return row && toRequest(row)
}

/** Of a citizen, the newest first. */
export async function requestsOfCitizen(tx: Db, accountId: string, most: number): Promise<RightsRequest[]> {
  const newest = ['sent_at', 'id'].map((column) => ({ column, order: 'desc' }))
  const rows = await tx<RequestRow>('rights_requests').where({ account_id: accountId }).orderBy(newest).limit(most)
  return rows.map(toRequest)
}

export async function countOpen(tx: Db, accountId: string): Promise<number> {
  const row = await tx('rights_requests')
    .where({ account_id: accountId })
    .whereNot({ waits_for: 'nobody' })
    .count('* as n')
  return Number(row[0]?.['n'] ?? 0)
}

export interface Stretch {
  /** Not done with yet, whoever's turn it is. */
  open: boolean
  after?: Cursor | undefined
  limit: number
}

/** Of a body, the oldest first, with where each stands in the list. */
export async function requestsOfAgency(tx: Db, agencyId: string, { open, after, limit }: Stretch) {
  const { rows } = await tx.raw<{ rows: (RequestRow & { microseconds: number })[] }>(
    `select *, (extract(epoch from sent_at) * 1000000)::bigint as microseconds from rights_requests
     where agency_id = ? and (waits_for <> 'nobody') = ?
       ${after ? `and (sent_at, id) > ('epoch'::timestamptz + ?::bigint * interval '1 microsecond', ?::uuid)` : ''}
     order by sent_at, id limit ?`,
    [agencyId, open, ...(after ? [after.microseconds, after.id] : []), limit],
  )
  return rows.map((row) => ({ request: toRequest(row), cursor: { microseconds: row.microseconds, id: row.id } }))
}

/** Whose objection stands here: agreements under which nothing of them is told. */
export async function stoppedBy(tx: Db, requestIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx('stopped_sharing').whereIn('request_id', requestIds).pluck<string[]>('request_id')
  return new Set(rows)
}

interface RequestRow {
  id: string
  account_id: string
  subject_ref: Buffer
  agency_id: string
  kind: RightsRequest['kind']
  about: string | null
  agreement_id: string | null
  sent_at: Date
  due: CalendarDate | null
  waits_for: RightsRequest['waitsFor']
  received_at: Date | null
  paused_at: Date | null
  extended_at: Date | null
  decision: 'done' | 'refused' | null
  decided_at: Date | null
  complained_at: Date | null
  escalated_at: Date | null
  withdrawn_at: Date | null
}

const toRequest = (row: RequestRow): RightsRequest => ({
  ...{ id: row.id, accountId: row.account_id, subjectRef: row.subject_ref, agencyId: row.agency_id },
  ...{ kind: row.kind, about: row.about ?? undefined, agreementId: row.agreement_id ?? undefined },
  ...{ sentAt: row.sent_at, due: row.due ?? undefined, waitsFor: row.waits_for },
  ...{ receivedAt: row.received_at ?? undefined, pausedAt: row.paused_at ?? undefined },
  ...{ extendedAt: row.extended_at ?? undefined, decision: row.decision ?? undefined },
  ...{ decidedAt: row.decided_at ?? undefined, complainedAt: row.complained_at ?? undefined },
  ...{ escalatedAt: row.escalated_at ?? undefined, withdrawnAt: row.withdrawn_at ?? undefined },
})
