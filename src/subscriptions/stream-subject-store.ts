import type { Knex } from 'knex'

export interface StreamSubject {
  subscriptionId: string
  agencyId: string
  /** Keyed hash of what the receiver gave. */
  subjectHash: Buffer
  /** As RFC 9493 names it. */
  format: string
  /** False for one that the receiver has removed. */
  wanted: boolean
}

/** What was said last of a subject stands. In its body's context. */
export async function noteSubject(tx: Knex.Transaction, subject: StreamSubject, now: Date): Promise<void> {
  const said = { format: subject.format, wanted: subject.wanted, changed_at: now }
  await tx('stream_subjects')
    .insert({
      subscription_id: subject.subscriptionId,
      agency_id: subject.agencyId,
      subject_hash: subject.subjectHash,
      ...said,
    })
    .onConflict(['subscription_id', 'subject_hash'])
    .merge(said)
}
