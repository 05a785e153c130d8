import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { findAgencies } from '../../agencies/agency-store.ts'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import type { FoundBy } from '../../identity/found-by.ts'
import type { AboutSomebody, Provenance } from './about.ts'
import type { Owner } from '../owner.ts'
import type { BodyToldAbout, ReportAbout, SentAbout } from './reported-about.ts'

/**
 * Reports that somebody else made about the person who asks, with every body that they go to; and from now on their
 * access log shows what was disclosed about them. In the context of a person whose identity is proved.
 */
export async function reportsAbout(tx: Knex.Transaction, by: FoundBy): Promise<ReportAbout[]> {
  const { rows } = await tx.raw<{ rows: ReportRow[] }>(`select * from reports_about(${FOUND_BY})`, values(by))
  if (rows.length === 0) return []
  await tx.raw(`select claim_subjects_about(${FOUND_BY})`, values(by))
  const bodies = await bodiesAbout(tx, by)
  return rows.map((row) => ({
    id: row.id,
    eventType: row.event_type,
    submittedAt: row.submitted_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    provenance: row.provenance,
    bodies: bodies.get(row.id) ?? [],
  }))
}

/** @returns the id of the case that was opened; undefined when it was taken back already, or is not about them. */
export async function withdrawReportAbout(
  tx: Knex.Transaction,
  by: FoundBy,
  { reportId, at }: { reportId: string; at: Date },
): Promise<string | undefined> {
  const caseId = uuidv7()
  const { rows } = await tx.raw<{ rows: { done: boolean }[] }>(
    `select withdraw_report_about(?, ${FOUND_BY}, ?, ?, ?) as done`,
    [reportId, by.keys, by.proofs, uuidv7(), caseId, at] as unknown as string[],
  )
  return rows[0]?.done ? caseId : undefined
}

/**
 * Whom a corrected report names: they find it too. It is of the matter that its words make it; if it named another
 * person before, of none from now on. In the context of whoever made it.
 */
export async function alsoAbout(
  { tx, now }: Pick<Owner, 'tx' | 'now'>,
  reportId: string,
  { keys, proofs, matter }: AboutSomebody,
): Promise<void> {
  const given = [reportId, keys, proofs, matter, now] as unknown as string[]
  await tx.raw(`select also_about(?, ${FOUND_BY}, ?, ?)`, given)
}

/**
 * Whoever a report of this citizen's is about, and has an account here that is proved to be theirs, hears that somebody
 * has said something about them: once, nothing of what, and not where somebody is at risk.
 */
export async function warnWhomItNames({ tx }: Pick<Owner, 'tx'>, reportId: string): Promise<void> {
  await tx.raw('select warn_whom_it_names(?)', [reportId])
}

/** By report. */
async function bodiesAbout(tx: Knex.Transaction, by: FoundBy): Promise<Map<string, BodyToldAbout[]>> {
  const { rows } = await tx.raw<{ rows: DeliveryRow[] }>(`select * from deliveries_about(${FOUND_BY})`, values(by))
  const agreements = await agreementVersions(
    tx,
    rows.map(({ agreement_id: id, agreement_version: version }) => ({ id, version })),
  )
  const agencies = await findAgencies(
    tx,
    rows.map(({ agency_id }) => agency_id),
  )
  const firsts = rows.filter(({ withdraws }) => !withdraws)
  const all = firsts.map((first) => {
    const agency = agencies.get(first.agency_id)
    const withdrawal = rows.find((row) => row.withdraws && isOfSameBody(row, first))
    const agreement = agreements.find(({ id }) => id === first.agreement_id)
    const body: BodyToldAbout = {
      agreementId: first.agreement_id,
      name: agency?.name ?? { en: first.agency_id, cy: first.agency_id },
      purpose: agreement?.purpose,
      first: toSent(first),
      withdrawal: withdrawal && toSent(withdrawal),
    }
    return { reportId: first.report_id, body }
  })
  const grouped = Map.groupBy(all, ({ reportId }) => reportId)
  return new Map([...grouped].map(([id, each]) => [id, each.map(({ body }) => body)]))
}

const FOUND_BY = '?::bytea[], ?::bytea[]'

const values = ({ keys, proofs }: FoundBy) => [keys, proofs] as unknown as string[]

const isOfSameBody = (one: DeliveryRow, other: DeliveryRow) =>
  one.report_id === other.report_id && one.agency_id === other.agency_id && one.agreement_id === other.agreement_id

const toSent = ({ state, at, status, effective_date }: DeliveryRow): SentAbout => ({
  state,
  at,
  status: status ?? undefined,
  effectiveDate: effective_date ?? undefined,
})

interface ReportRow {
  id: string
  event_type: string
  submitted_at: Date
  withdrawn_at: Date | null
  provenance: Provenance
}

interface DeliveryRow {
  report_id: string
  agency_id: string
  agreement_id: string
  agreement_version: number
  withdraws: boolean
  state: SentAbout['state']
  at: Date
  status: string | null
  effective_date: string | null
}
