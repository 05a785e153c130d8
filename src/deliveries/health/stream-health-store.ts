import type { Db } from '../../shared/database.ts'
import type { NotedFailures } from './stream-health.ts'

/** Something got through to them. With the worker's role. */
export async function forgetFailures(db: Db, subscriptionIds: readonly string[]): Promise<void> {
  await db.raw('delete from stream_failures where subscription_id = any(?::uuid[])', [
    subscriptionIds as unknown as string,
  ])
}

/** Nothing got through to them since these were noted, as far as this process knows. With the worker's role. */
export async function addFailures(db: Db, noted: ReadonlyMap<string, NotedFailures>): Promise<void> {
  const all = [...noted.values()]
  await db.raw(
    `insert into stream_failures as f
       (subscription_id, agency_id, failing_since, last_failed_at, attempts, failure, needs_people)
     select s.id, s.agency_id, n.first, n.last, n.attempts, n.failure, n.needs_people
     from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::text[], ?::boolean[])
       as n (id, first, last, attempts, failure, needs_people)
     join subscriptions s on s.id = n.id
     order by s.id
     on conflict (subscription_id) do update set
       last_failed_at = greatest(f.last_failed_at, excluded.last_failed_at), attempts = f.attempts + excluded.attempts,
       failure = excluded.failure, needs_people = excluded.needs_people`,
    [
      [...noted.keys()],
      all.map(({ first }) => first),
      all.map(({ last }) => last),
      all.map(({ attempts }) => attempts),
      all.map(({ failure }) => failure),
      all.map(({ needsPeople }) => needsPeople),
    ] as unknown as string[],
  )
}
