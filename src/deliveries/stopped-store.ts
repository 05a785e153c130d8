import { ask, type Db } from '../shared/database.ts'
import type { ClaimedDelivery } from './delivery.ts'

/** Of these, what is about somebody whose objection has stopped the sharing under its agreement by now. */
export async function stoppedSharing(db: Db, claimed: readonly ClaimedDelivery[]): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(db, {
    name: 'stopped sharing',
    text: `
      select w.id from unnest($1::uuid[], $2::bytea[], $3::text[]) as w (id, subject_ref, agreement_id)
      join stopped_sharing using (subject_ref, agreement_id)`,
    values: [
      claimed.map(({ id }) => id),
      claimed.map(({ subjectRef }) => subjectRef),
      claimed.map(({ agreementId }) => agreementId),
    ],
  })
  return new Set(rows.map(({ id }) => id))
}
