import { listAgencies } from '../../agencies/agency-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { OUR_CONTROLLER, OUR_NAME } from '../access-record.ts'
import { registeredActivities } from '../activities/activity-store.ts'
import type { RegisteredActivity } from '../activities/registered-activity.ts'
import { findCorrections, type Correction } from './related-store.ts'
import { findReportLinks, type ReportLink } from './report-link-store.ts'

/** What else must be known to put entries in words. */
export interface About {
  /** Names of bodies by id. */
  bodies: ReadonlyMap<string, Bilingual>
  /** By the address that records name. */
  activities: ReadonlyMap<string, RegisteredActivity>
  /** By id. */
  reports: ReadonlyMap<string, ReportLink>
  /** What was corrected or taken back since, by the earlier record. */
  corrections: ReadonlyMap<string, Correction>
  events?: Catalogue
}

/** Reads what is needed to put these entries in words, in the context of their citizen. */
export async function aboutEntries(
  tx: Db,
  subjects: readonly Buffer[],
  entries: readonly AccessEntry[],
  events?: Catalogue,
): Promise<About> {
  const uris = entries.map(({ activityId }) => activityId)
  const reports = entries.flatMap(({ reportId }) => reportId ?? [])
  // Asked for at once, which is one way there and back.
  const [agencies, activities, links, corrections] = await Promise.all([
    listAgencies(tx),
    registeredActivities(tx, uris, events),
    findReportLinks(tx, reports),
    findCorrections(tx, subjects, entries),
  ])
  const bodies = new Map([[OUR_CONTROLLER, OUR_NAME], ...agencies.map(({ id, name }) => [id, name] as const)])
  return { bodies, activities, reports: links, corrections, events }
}
