import type { Knex } from 'knex'
import { bringJobsUpToDate } from '../src/notices/job-schema-store.ts'

/**
 * When timers run, who runs them and what is made up for is the business of a job library, in a schema of its own. Its
 * rows name timers and nobody else. Operators see what became of each.
 */
export async function up(db: Knex): Promise<void> {
  await bringJobsUpToDate(db)
  await db.raw(`
    drop table timers;

    create function timer_health()
    returns table (timer text, cron text, last_done timestamptz, retries integer, failed boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
      select s.key, s.cron, done.at, coalesce(open.retries, 0), coalesce(last.state = 'failed', false)
      from jobs.schedule s
      left join lateral (
        select max(j.completed_on) as at from jobs.job j
        where j.name = s.name and j.singleton_key = s.key and j.state = 'completed') done on true
      left join lateral (
        select max(j.retry_count) as retries from jobs.job j
        where j.name = s.name and j.singleton_key = s.key and j.state in ('retry', 'active')) open on true
      left join lateral (
        select j.state from jobs.job j
        where j.name = s.name and j.singleton_key = s.key and j.completed_on is not null
        order by j.completed_on desc limit 1) last on true
      where s.name = 'timers' and context_operator()
      order by s.key $$;
    comment on function timer_health is 'for operators: when each timer was done last, and whether it fails';
    revoke all on function timer_health from public;
    grant execute on function timer_health to tell_us_once_web;
  `)
}
