import { listAgencies } from '../agencies/agency-store.ts'
import { versionPath } from '../agreements/agreement.ts'
import { agreementVersions } from '../agreements/agreement-store.ts'
import type { Db } from '../shared/database.ts'
import type { AccessEntry } from './access-entry.ts'
import { namedVersion } from './activity.ts'
import type { About } from './describe-entry.ts'
import { findReportLinks } from './report-link-store.ts'

/** Reads what is needed to put these entries in words, in the context of their citizen. */
export async function aboutEntries(tx: Db, entries: readonly AccessEntry[]): Promise<About> {
  const agencies = await listAgencies(tx)
  const versions = entries.flatMap(({ activityId }) => namedVersion(activityId) ?? [])
  const agreements = await agreementVersions(tx, versions)
  const reports = entries.flatMap(({ reportId }) => reportId ?? [])
  return {
    bodies: new Map(agencies.map(({ id, name }) => [id, name])),
    agreements: new Map(agreements.map((agreement) => [versionPath(agreement), agreement])),
    reports: await findReportLinks(tx, reports),
  }
}
