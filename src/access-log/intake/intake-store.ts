import { ask, type Db } from '../../shared/database.ts'

/** A token of ours, as the agency that got it may know it. */
export interface SentToken {
  reportId: string
  subjectRef: Buffer
}

interface IdentifierRow {
  agency_id: string
  identifier: string
  subject_ref: Buffer
}

interface DeliveryRow {
  id: string
  agency_id: string
  report_id: string
  subject_ref: Buffer
}

/** Whom an agency means by its own pairwise ids; those that are nobody to it are not in the map. In its context. */
export async function findSubjects(tx: Db, agencyId: string, identifiers: readonly string[]) {
  const rows = await tx<IdentifierRow>('pairwise_identifiers')
    .where({ agency_id: agencyId })
    .whereRaw('identifier = any(?::text[])', [[...new Set(identifiers)]])
    .select('identifier', 'subject_ref')
  return new Map(rows.map((row) => [row.identifier, row.subject_ref]))
}

/** The reports behind tokens (by `jti`) that this agency was sent. In its context. */
export async function findSentTokens(
  tx: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, SentToken>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<DeliveryRow>('deliveries')
    .where({ agency_id: agencyId })
    .whereRaw('id = any(?::uuid[])', [[...new Set(ids)]])
    .select('id', 'report_id', 'subject_ref')
  return new Map(rows.map((row) => [row.id, { reportId: row.report_id, subjectRef: row.subject_ref }]))
}

/** Those of these records that the agency in context has reported about just this person; without one, about many. */
export const findReportedAbout = (tx: Db, asked: readonly { id: string; ref: Buffer | undefined }[]) =>
  ask<{ id: string; ref: Buffer | null }>(tx, {
    name: 'records of an agency about the same person',
    text: 'select record_id as id, subject_ref as ref from reported_about($1::uuid[], $2::bytea[])',
    values: [asked.map(({ id }) => id), asked.map(({ ref }) => ref ?? null)],
  })
