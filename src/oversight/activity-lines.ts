import { registeredActivities } from '../access-log/activities/activity-store.ts'
import type { Line } from '../access-log/summary-row.ts'
import { said } from '../agreements/show-agreement.ts'
import type { Db } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'

/** What a record was made for, in words that lead to its register; the bare address where that names nothing here. */
export async function activityLines(db: Db, uri: string, language: Language): Promise<(Line | string)[]> {
  const activity = (await registeredActivities(db, [uri])).get(uri)
  return activity ? [{ ...said(activity.purpose, language), href: activity.path }] : [uri]
}
