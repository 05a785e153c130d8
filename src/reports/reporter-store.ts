import type { Owner } from './owner.ts'

/** Whether the person has a draft or a report of one of these types. */
export async function hasBegunOrSent({ tx, person, now }: Owner, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId }
  const drafts = await tx('drafts').where(own).whereIn('event_type', types).where('expires_at', '>', now).limit(1)
  if (drafts.length > 0) return true
  return (await tx('reports').where(own).whereIn('event_type', types).limit(1)).length > 0
}

export async function isReportOf({ tx, person }: Owner, reference: string, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId, reference }
  return Boolean(await tx('reports').where(own).whereIn('event_type', types).first('id'))
}
