import { listAgencies } from '../../agencies/agency-store.ts'
import { versionPath, type Agreement } from '../../agreements/agreement.ts'
import { agreementVersions } from '../../agreements/agreement-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import type { Bilingual } from '../../shared/language.ts'
import type { AccessEntry } from '../access-entry.ts'
import { namedVersion } from '../activities/activity.ts'
import { findReportLinks, type ReportLink } from './report-link-store.ts'

/** What else must be known to put entries in words. */
export interface About {
  /** Names of bodies by id. */
  bodies: ReadonlyMap<string, Bilingual>
  /** By `versionPath`. */
  agreements: ReadonlyMap<string, Agreement>
  /** By id. */
  reports: ReadonlyMap<string, ReportLink>
  events?: Catalogue
}

/** Reads what is needed to put these entries in words, in the context of their citizen. */
export async function aboutEntries(tx: Db, entries: readonly AccessEntry[], events?: Catalogue): Promise<About> {
  const agencies = await listAgencies(tx)
  const versions = entries.flatMap(({ activityId }) => namedVersion(activityId) ?? [])
  const agreements = await agreementVersions(tx, versions)
  const reports = entries.flatMap(({ reportId }) => reportId ?? [])
  return {
    bodies: new Map(agencies.map(({ id, name }) => [id, name])),
    agreements: new Map(agreements.map((agreement) => [versionPath(agreement), agreement])),
    reports: await findReportLinks(tx, reports),
    events,
  }
}
