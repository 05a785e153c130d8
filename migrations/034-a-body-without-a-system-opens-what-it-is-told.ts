import type { Knex } from 'knex'

/**
 * What goes to an inbox waits there until somebody opens it. For that moment the web process reads what it carries, as
 * it does when a body polls; and again whenever it is opened later, which is on record each time. What kind of news a
 * delivery brings is no secret to its body, before it is opened.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create or replace function handed_over_reports() returns uuid[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(d.report_id), '{}')
      from deliveries d join subscriptions s on s.id = d.subscription_id
      where d.id = any (context_deliveries()) and d.agency_id = context_agency() and s.status = 'enabled'
        and (
          (d.state = 'due' and d.lease is not null and d.leased_until is not null and s.method in ('poll', 'inbox'))
          or (d.state = 'acknowledged' and s.method = 'inbox')) $$;

    create function news_of_deliveries(wanted uuid[]) returns table (delivery_id uuid, kind text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select d.id, f.kind from deliveries d join follow_ups f on f.id = d.follow_up_id
      where d.id = any (wanted) and d.agency_id = context_agency() $$;
    revoke all on function news_of_deliveries from public;
    grant execute on function news_of_deliveries to tell_us_once_web;
  `)
}
