import { agreementVersions } from '../../agreements/agreement-store.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { ask, type Db } from '../../shared/database.ts'
import { namedVersion } from './activity.ts'
import { activityOfAgreement } from './activity-of-agreement.ts'
import { toActivity, type ActivityRow } from './activity-columns.ts'
import { namedActivity, type Activity, type RegisteredActivity } from './registered-activity.ts'

/**
 * What these addresses name, by address: versions of activities and versions of agreements alike. An address that names
 * nothing is not in the map. Versions never change, so that their words are those of the time.
 */
export async function registeredActivities(
  db: Db,
  uris: readonly string[],
  events?: Catalogue,
): Promise<Map<string, RegisteredActivity>> {
  const distinct = [...new Set(uris)]
  const named = distinct.flatMap((uri) => namedActivity(uri) ?? [])
  const agreed = distinct.flatMap((uri) => namedVersion(uri) ?? [])
  const [found, agreements] = await Promise.all([activityVersions(db, named), agreementVersions(db, agreed)])
  const all = [...found, ...agreements.map((agreement) => activityOfAgreement(agreement, events))]
  return new Map(
    distinct.flatMap((uri) => {
      const activity = all.find(({ path }) => uri.endsWith(path))
      return activity ? [[uri, activity]] : []
    }),
  )
}

/** Each in its latest version, live ones and ended ones, by body. */
export const listActivities = (db: Db) => select(db, 'v.version = a.version')

/** Every version of one, the latest first; empty for an unknown one. */
export const activityHistory = (db: Db, agencyId: string, id: string) =>
  select(db, 'v.agency_id = $1 and v.activity_id = $2', [agencyId, id])

/** Puts a new version on record and in use. */
export async function registerActivity(db: Db, activity: Activity, now: Date): Promise<void> {
  const { agencyId: agency_id, id, version } = activity
  await db('activity_versions').insert({
    agency_id,
    activity_id: id,
    version,
    purpose: activity.purpose,
    dpv_purpose: activity.dpvPurpose,
    legal_basis: activity.legalBasis,
    power: activity.power,
    power_name: activity.powerName,
    special_basis: activity.specialBasis,
    data_categories: activity.dataCategories,
    confidentiality: activity.confidentiality,
    opens_after_days: activity.opensAfterDays,
    seal_authority: activity.sealAuthority,
    review_after_days: activity.reviewAfterDays,
    retention_months: activity.retentionMonths,
    agreement_id: activity.agreementId,
    registered_at: now,
  })
  const standing = { version, state: 'live', changed_at: now }
  await db('activities')
    .insert({ agency_id, id, ...standing })
    .onConflict(['agency_id', 'id'])
    .merge(standing)
}

/** Ends an activity, or takes an ended one up again in its latest version. */
export async function setActivityState(
  db: Db,
  { agencyId, id }: Pick<Activity, 'agencyId' | 'id'>,
  state: 'live' | 'ended',
  now: Date,
): Promise<void> {
  await db('activities').where({ agency_id: agencyId, id }).update({ state, changed_at: now })
}

/** These of a body in their latest versions; unknown ids are left out. */
export const latestActivities = (db: Db, agencyId: string, ids: readonly string[]) =>
  select(db, 'v.version = a.version and a.agency_id = $1 and a.id = any ($2)', [agencyId, ids])

async function activityVersions(db: Db, names: readonly Pick<Activity, 'agencyId' | 'id' | 'version'>[]) {
  if (names.length === 0) return []
  return select(
    db,
    '(v.agency_id, v.activity_id, v.version) in (select * from unnest($1::text[], $2::text[], $3::integer[]))',
    [names.map(({ agencyId }) => agencyId), names.map(({ id }) => id), names.map(({ version }) => version)],
  )
}

async function select(db: Db, condition: string, values: unknown[] = []): Promise<RegisteredActivity[]> {
  const rows = await ask<ActivityRow>(db, {
    name: `activities: ${condition}`.slice(0, 63),
    // Of a body that has left, nothing is in use any more. What this service does itself is of no agency.
    text: `
      select v.*, a.changed_at, a.version as latest_version,
        case when g.state = 'off-boarded' then 'ended' else a.state end as state
      from activity_versions v
      join activities a on (a.agency_id, a.id) = (v.agency_id, v.activity_id)
      left join agencies g on g.id = v.agency_id
      where ${condition} order by v.agency_id, v.activity_id, v.version desc`,
    values,
  })
  return rows.map(toActivity)
}
