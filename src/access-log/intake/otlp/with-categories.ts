import { dataCategories } from '../../../catalogue/data-category.ts'
import { inContext } from '../../../shared/database.ts'
import { namedActivities } from '../../activities/named-activities.ts'
import type { IntakeParts } from '../intake.ts'

// Of an activity that is not there: the record is refused, and for that.
const ANY = dataCategories.slice(0, 1)

type Sent = Record<string, unknown>

/** A span that does not say which data it used, used what its activity uses. */
export async function withCategories(parts: IntakeParts, agencyId: string, records: readonly Sent[]): Promise<Sent[]> {
  const silent = records.filter(({ data_categories: said }) => said === undefined)
  const names = silent.flatMap(({ activity_id: name }) => (typeof name === 'string' ? [name] : []))
  if (names.length === 0) return [...records]
  const known = await inContext(parts.db, { agency: agencyId }, (tx) => namedActivities(tx, parts, agencyId, names))
  return records.map((record) => {
    const activity = known.get(String(record['activity_id']))
    if (record['data_categories'] !== undefined) return record
    return { ...record, data_categories: activity?.dataCategories ?? ANY }
  })
}
