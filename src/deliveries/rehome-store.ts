import { ask, statement, type Db } from '../shared/database.ts'
import { STREAMS_CHANNEL } from '../subscriptions/stream-store.ts'

// A statement that takes well under a second; the next call takes the next ones.
const AT_ONCE = 500

/**
 * What follows a delivery over a stream that is gone goes to another of its body: with all of its row, so that what it
 * refers to and what comes after it stay together, and under the jti that it had. A withdrawal goes to any, also where its
 * stream was turned off and drops all else (whoever was told must hear of it: UK GDPR, article 19); everything else goes
 * to one that serves the agreement, and passed if it has to. Where a body has none it waits; what was to be told first
 * over a stream that is gone is not moved, but refused when it is claimed. @returns how many rows of deliveries were
 * moved.
 */
export async function rehomeFollowing(db: Db): Promise<number> {
  return (await ask(db, rehoming({ limit: AT_ONCE, channel: STREAMS_CHANNEL }))).length
}

const rehoming = statement(
  'rehome what follows',
  `
  with recursive lanes as (
    (select subscription_id from deliveries where after_id is not null and state in ('due', 'waiting')
     order by subscription_id limit 1)
    union all
    select next.subscription_id from lanes cross join lateral (
      select d.subscription_id from deliveries d
      where d.after_id is not null and d.state in ('due', 'waiting') and d.subscription_id > lanes.subscription_id
      order by d.subscription_id limit 1
    ) next
  ), lost as (
    select d.report_id, d.subscription_id, d.agreement_id, d.agency_id, d.event_type,
      bool_or(f.kind = 'withdrawal') as withdrawn
    from lanes join deliveries d using (subscription_id) join follow_ups f on f.id = d.follow_up_id
    where d.after_id is not null and d.state in ('due', 'waiting')
      and not exists (select from subscriptions s where s.id = lanes.subscription_id
        and (s.status <> 'disabled' or f.kind <> 'withdrawal' or d.state = 'waiting'))
    group by 1, 2, 3, 4, 5 limit :limit
  ), homes as (
    select distinct on (lost.report_id, lost.agreement_id, home.id) lost.*, home.id as home
    from lost cross join lateral (
      select s.id, exists (
        select from grants g where g.subscription_id = s.id and g.agreement_id = lost.agreement_id
          and g.event_type = lost.event_type and g.proved) as serves
      from subscriptions s
      where s.agency_id = lost.agency_id and s.status in ('enabled', 'paused') and not exists (
        select from deliveries d where d.report_id = lost.report_id and d.agreement_id = lost.agreement_id
          and d.subscription_id = s.id)
      order by serves desc, s.status, s.id desc limit 1
    ) home
    where home.serves or lost.withdrawn
  ), moved as (
    update deliveries d set subscription_id = homes.home from homes
    where d.report_id = homes.report_id and d.agreement_id = homes.agreement_id
      and d.subscription_id = homes.subscription_id
    returning homes.home
  )
  select pg_notify(:channel, home::text) from moved group by home`,
)
