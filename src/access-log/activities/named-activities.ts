import { latestVersions } from '../../agreements/agreement-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Db } from '../../shared/database.ts'
import { isVersionUri, namedWithoutVersion } from './activity.ts'
import { activityOfAgreement } from './activity-of-agreement.ts'
import { latestActivities, registeredActivities } from './activity-store.ts'
import type { RegisteredActivity } from './registered-activity.ts'

/** What a body means by these names: versions by their addresses, and otherwise what is in force by that id. By name. */
export async function namedActivities(
  db: Db,
  { baseUrl, events }: { baseUrl: string; events?: Catalogue | undefined },
  agencyId: string,
  names: readonly string[],
): Promise<Map<string, RegisteredActivity>> {
  const distinct = [...new Set(names)]
  const versions = distinct.filter((name) => isVersionUri(baseUrl, name))
  const others = distinct.filter((name) => !versions.includes(name))
  const [exact, latest] = await Promise.all([
    registeredActivities(db, versions, events),
    latestNamed(db, { baseUrl, events }, agencyId, others),
  ])
  return new Map([...exact, ...latest])
}

async function latestNamed(
  db: Db,
  { baseUrl, events }: { baseUrl: string; events?: Catalogue | undefined },
  agencyId: string,
  names: readonly string[],
): Promise<[string, RegisteredActivity][]> {
  const ids = new Map(names.flatMap((name) => [[name, namedWithoutVersion(baseUrl, name, agencyId)] as const]))
  const wanted = [...ids.values()].flatMap((id) => id ?? [])
  if (wanted.length === 0) return []
  const [own, agreements] = await Promise.all([latestActivities(db, agencyId, wanted), latestVersions(db, wanted)])
  const all = [...own, ...agreements.map((agreement) => activityOfAgreement(agreement, events))]
  return names.flatMap((name): [string, RegisteredActivity][] => {
    const of = name.startsWith(`${baseUrl}/agreements/`) ? '/agreements/' : '/'
    const found = all.find(({ id, path }) => id === ids.get(name) && path.startsWith(of))
    return found ? [[name, found]] : []
  })
}
