import type { Db } from '../../shared/database.ts'

/** Streams of a body whose endpoint, as it is now, has proved itself. */
export async function provedStreams(tx: Db, agencyId: string): Promise<Set<string>> {
  const ids = await tx('subscriptions').where({ agency_id: agencyId }).whereNotNull('proved_at').pluck<string[]>('id')
  return new Set(ids)
}
