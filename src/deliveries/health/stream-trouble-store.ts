import type { Knex } from 'knex'
import { later } from '../../shared/clock.ts'
import type { Share, StreamStanding } from './stream-trouble.ts'

export interface TroubledStream extends StreamStanding {
  id: string
  agencyId: string
}

/**
 * Open streams for which something has waited for half of its time, that fail, or of which a warning is remembered. A
 * stream that is stopped has no days that run out, and an inbox is reminded of every morning. With the worker's role.
 */
export async function troubledStreams(tx: Knex.Transaction, now: Date, window: number): Promise<TroubledStream[]> {
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `with old as materialized (
       select d.subscription_id, min(coalesce(d.not_before, d.created_at)) as since
       from deliveries d where d.state = 'due' and coalesce(d.not_before, d.created_at) <= :half
       group by d.subscription_id
     )
     select s.id, s.agency_id, greatest(old.since, s.delivers_since) as oldest, w.share,
       case when f.last_failed_at > coalesce(s.delivers_since, '-infinity')
         then greatest(f.failing_since, s.delivers_since) end as failing_since,
       f.attempts, f.needs_people, f.told_at, case when s.method = 'push' then s.proved_at end as proved_at
     from subscriptions s
     join agencies a on a.id = s.agency_id and a.status = 'active'
     left join old on old.subscription_id = s.id
     left join stream_failures f on f.subscription_id = s.id
     left join stream_warnings w on w.subscription_id = s.id
     where s.status = 'enabled' and s.method <> 'inbox'
       and (old.since is not null or f.subscription_id is not null or w.subscription_id is not null)
     order by s.id for update of s`,
    { half: later(now, -window / 2) },
  )
  return rows.map(toTroubled)
}

export async function rememberWarning(tx: Knex.Transaction, id: string, share: Share, now: Date): Promise<void> {
  await tx('stream_warnings')
    .insert({ subscription_id: id, share, warned_at: now })
    .onConflict('subscription_id')
    .merge()
}

export async function forgetWarnings(tx: Knex.Transaction, id: string): Promise<void> {
  await tx('stream_warnings').where({ subscription_id: id }).delete()
}

export async function rememberTold(tx: Knex.Transaction, id: string, now: Date): Promise<void> {
  await tx('stream_failures').where({ subscription_id: id }).update({ told_at: now })
}

/** Its endpoint has to prove itself anew; until then what is for it waits. */
export async function distrust(tx: Knex.Transaction, id: string): Promise<void> {
  await tx('subscriptions').where({ id }).update({ proved_at: null })
}

interface Row {
  id: string
  agency_id: string
  oldest: Date | null
  share: Share | null
  failing_since: Date | null
  attempts: number
  needs_people: boolean
  told_at: Date | null
  proved_at: Date | null
}

const toTroubled = (row: Row): TroubledStream => ({
  id: row.id,
  agencyId: row.agency_id,
  oldest: row.oldest,
  warned: row.share,
  failing: row.failing_since && {
    ...{ since: row.failing_since, attempts: row.attempts, needsPeople: row.needs_people },
    told: row.told_at !== null,
  },
  provedAt: row.proved_at,
})
