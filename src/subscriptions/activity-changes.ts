import { activityFrom } from '../access-log/activities/activity-entry.ts'
import { changedActivityTerms, type RegisteredActivity } from '../access-log/activities/registered-activity.ts'
import type { FileEntry } from './agencies-file.ts'
import type { Change } from './change.ts'

/** What the file names comes or stays; what it no longer names has ended. @param before those of the body */
export function activityChanges(entry: FileEntry, before: readonly RegisteredActivity[]): Change[] {
  const ended = before.filter(({ id, state }) => state === 'live' && !entry.activities.some((read) => read.id === id))
  return [
    ...entry.activities.flatMap((read) => namedChanges(read, entry.id, before)),
    ...ended.map((activity): Change => ({ kind: 'activity-ended', activity })),
  ]
}

function namedChanges(
  read: FileEntry['activities'][number],
  agencyId: string,
  before: readonly RegisteredActivity[],
): Change[] {
  const old = before.find(({ id }) => id === read.id)
  if (!old) return [{ kind: 'activity-made', activity: activityFrom(read, agencyId, 1), changed: [] }]
  const activity = activityFrom(read, agencyId, old.version + 1)
  const changed = changedActivityTerms(old, activity)
  if (changed.length > 0) return [{ kind: 'activity-changed', activity, changed }]
  return old.state === 'ended' ? [{ kind: 'activity-resumed', activity: old }] : []
}
