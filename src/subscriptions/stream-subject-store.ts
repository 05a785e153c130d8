import type { Knex } from 'knex'

export interface StreamSubject {
  subscriptionId: string
  agencyId: string
  /** Keyed hashes of what the receiver gave, one for each identifier. */
  subjectHashes: readonly Buffer[]
  /** As RFC 9493 names it. */
  format: string
  /** False for one that the receiver has removed. */
  wanted: boolean
}

/**
 * What was said last of a subject stands. Nothing of whether anybody is known by it is asked: so the answer, and how long
 * it takes, is the same for everybody. In its body's context.
 */
export async function noteSubject(tx: Knex.Transaction, subject: StreamSubject, now: Date): Promise<void> {
  const said = { format: subject.format, wanted: subject.wanted, changed_at: now }
  const ofStream = { subscription_id: subject.subscriptionId, agency_id: subject.agencyId }
  await tx('stream_subjects')
    .insert(subject.subjectHashes.map((hash) => ({ ...ofStream, subject_hash: hash, ...said })))
    .onConflict(['subscription_id', 'subject_hash'])
    .merge(said)
  await tx('subscriptions').where({ id: subject.subscriptionId, lists: false }).update({ lists: true })
}
