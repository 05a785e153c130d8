import type { Db } from '../../shared/database.ts'

/** A record that a body keeps back, as that body sees it: nothing says whom it is about. */
export interface Seal {
  recordId: string
  activityId: string
  registeredAt: Date
  opensAt: Date
  /** By when a second person should look at it: `YYYY-MM-DD`. */
  reviewAt?: string | undefined
}

/** Those that open first come first. In the body's context. */
export async function sealsOfAgency(tx: Db): Promise<Seal[]> {
  const { rows } = await tx.raw<{ rows: SealRow[] }>('select * from seals_of_agency()')
  return rows.map(toSeal)
}

/** A renewal at a body with one officer alone, for somebody who may be the second person there. */
export interface SealToSecond extends Seal {
  agencyId: string
  renewal: Renewal
}

/** Those that open first come first. In an operator's context, or that of another body of the same cluster. */
export async function sealsToSecond(tx: Db): Promise<SealToSecond[]> {
  const { rows } = await tx.raw<{ rows: (SealRow & RenewalRow & { agency_id: string; renewal_id: string })[] }>(
    'select * from seals_to_second()',
  )
  return rows.map((row) => ({ ...toSeal(row), agencyId: row.agency_id, renewal: toRenewal(row, row.renewal_id) }))
}

/** Somebody of the body asks for a record to be kept back longer. */
export interface Renewal {
  id: string
  recordId: string
  askedBy: string
  askedAt: Date
  reason: string
  until: Date
  decision?: 'approved' | 'declined' | undefined
  decidedAt?: Date | undefined
}

/** Of one record, in their order. In the body's context. */
export async function renewalsOf(tx: Db, recordId: string): Promise<Renewal[]> {
  const rows = await tx<RenewalRow>('seal_renewals as r')
    .leftJoin('seal_decisions as d', 'd.renewal_id', 'r.id')
    .where({ 'r.record_id': recordId })
    .orderBy('r.asked_at')
    .select<RenewalRow[]>('r.*', 'd.approved', 'd.decided_at')
  return rows.map((row) => ({
    ...toRenewal(row, row.id),
    decidedAt: row.decided_at ?? undefined,
    decision: row.approved === null ? undefined : row.approved ? 'approved' : 'declined',
  }))
}

export async function addRenewal(tx: Db, agencyId: string, renewal: Renewal): Promise<void> {
  await tx('seal_renewals').insert({
    ...{ id: renewal.id, agency_id: agencyId, record_id: renewal.recordId, asked_by: renewal.askedBy },
    ...{ asked_at: renewal.askedAt, reason: renewal.reason, until: renewal.until },
  })
}

/** The first decision stands. */
export async function decideRenewal(
  tx: Db,
  id: string,
  { by, at, approved }: { by: string; at: Date; approved: boolean },
): Promise<void> {
  await tx('seal_decisions').insert({ renewal_id: id, decided_by: by, decided_at: at, approved })
}

const toSeal = (row: SealRow): Seal => ({
  ...{ recordId: row.record_id, activityId: row.activity_id, registeredAt: row.registered_at },
  ...{ opensAt: row.opens_at, reviewAt: row.review_at ?? undefined },
})

const toRenewal = (row: Omit<RenewalRow, 'id' | 'approved' | 'decided_at'>, id: string): Renewal => ({
  ...{ id, recordId: row.record_id, askedBy: row.asked_by, askedAt: row.asked_at, reason: row.reason },
  until: row.until,
})

interface SealRow {
  record_id: string
  activity_id: string
  registered_at: Date
  opens_at: Date
  review_at: string | null
}

interface RenewalRow {
  id: string
  record_id: string
  asked_by: string
  asked_at: Date
  reason: string
  until: Date
  approved: boolean | null
  decided_at: Date | null
}
