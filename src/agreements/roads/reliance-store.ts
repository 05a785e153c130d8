import type { CalendarDate } from '../../shared/dates.ts'
import type { Db } from '../../shared/database.ts'
import { latestVersions, type RegisteredAgreement } from '../agreement-store.ts'

interface Wanted {
  /** The body that would rely on them. */
  agencyId: string
  sameKind: boolean
  /** Id of the agreement that the page before ended with; '' for the first page. */
  after: string
  today: CalendarDate
  most: number
}

/**
 * Agreements of others that a body could take over, by id: in use, no trial, of what citizens report here, and not about
 * an event that it is told of on the same power already. A real body takes over nothing that is an illustration.
 */
export async function reliableAgreements(tx: Db, wanted: Wanted): Promise<RegisteredAgreement[]> {
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(RELIABLE, {
    ...{ own: wanted.agencyId, after: wanted.after, today: wanted.today },
    ...{ any: !wanted.sameKind, most: wanted.most },
  })
  const found = await latestVersions(
    tx,
    rows.map(({ id }) => id),
  )
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const RELIABLE = `
  select a.id from agreements a
  join agencies g on g.id = a.agency_id and g.state = 'approved'
  join agreement_versions v on v.agreement_id = a.id and v.version = a.version
  join agencies own on own.id = :own
  where a.id > :after and a.state = 'live' and a.agency_id <> own.id and (:any or g.kind = own.kind)
    and v.holder_id is null and v.trial is null and (v.ends_on is null or v.ends_on >= :today)
    and (own.illustration or not g.illustration)
    and not exists (
      select from agreements o
      join agreement_versions ov on ov.agreement_id = o.id and ov.version = o.version and ov.power = v.power
      join agreement_events oe on oe.agreement_id = o.id and oe.version = o.version
      join agreement_events e on e.agreement_id = a.id and e.version = a.version and e.event_type = oe.event_type
      where o.agency_id = own.id and o.state = 'live')
  order by a.id limit :most`

/** In the context of the body that would rely on it. Undefined where it may not. */
export async function reliableAgreement(
  tx: Db,
  agencyId: string,
  id: string,
  today: CalendarDate,
): Promise<RegisteredAgreement | undefined> {
  const { rows } = await tx.raw<{ rows: { may: boolean }[] }>(
    'select may_rely_on(own, ?, ?) as may from agencies own where own.id = ?',
    [id, today, agencyId],
  )
  return rows[0]?.may === true ? (await latestVersions(tx, [id]))[0] : undefined
}

export interface Adoption {
  /** Of the request. */
  id: string
  reliedOn: string
  /** An administrator of the context's body. */
  by: string
  minutes: number
}

/** The database copies the terms; the worker puts them in force. @returns the new agreement's id; undefined where it may not be relied on. */
export async function adopt(tx: Db, { id, reliedOn, by, minutes }: Adoption, now: Date): Promise<string | undefined> {
  const { rows } = await tx.raw<{ rows: { named: string | null }[] }>('select rely_on(?, ?, ?, ?, ?) as named', [
    ...[reliedOn, id, by, minutes, now.toISOString()],
  ])
  return rows[0]?.named ?? undefined
}

/** Whether some stream of the body takes whatever agreement it has about these events. */
export async function takesAnyAgreement(tx: Db, agencyId: string, types: readonly string[]): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { takes: boolean }[] }>(
    `select exists (select from subscriptions s where s.agency_id = ? and s.status <> 'disabled'
       and s.agreements is null and (s.events is null or s.events @> ?::text[])) as takes`,
    [agencyId, [...types]] as never,
  )
  return rows[0]?.takes ?? false
}
