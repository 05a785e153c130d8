import type { Owner } from './owner.ts'

/** Whether the person has a draft or a report of one of these types. */
export async function hasBegunOrSent({ tx, person, now }: Owner, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId }
  const draft = await tx('drafts').where(own).whereIn('event_type', types).where('expires_at', '>', now).first('id')
  return Boolean(draft ?? (await tx('reports').where(own).whereIn('event_type', types).first('id')))
}

export async function isReportOf({ tx, person }: Owner, reference: string, types: readonly string[]): Promise<boolean> {
  const own = { account_id: person.accountId, reference }
  return Boolean(await tx('reports').where(own).whereIn('event_type', types).first('id'))
}
