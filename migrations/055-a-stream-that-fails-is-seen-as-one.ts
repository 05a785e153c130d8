import type { Knex } from 'knex'

/**
 * What a receiver does belongs to its stream, not to one of its deliveries: since when nothing has got through to it, and
 * how far its body has been warned of what will be given up. Only streams in trouble have rows.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table stream_failures (
      subscription_id uuid primary key references subscriptions (id) on update cascade on delete cascade,
      agency_id text not null,
      failing_since timestamptz not null,
      last_failed_at timestamptz not null,
      attempts integer not null,
      failure text not null,
      needs_people boolean not null,
      told_at timestamptz,
      check (last_failed_at >= failing_since)
    );
    comment on column stream_failures.failing_since is 'nothing has got through since then';
    comment on column stream_failures.failure is 'a code of the transport or of RFC 8935, never text that a body sent';
    comment on column stream_failures.needs_people is 'its answers change only when people do something';
    comment on column stream_failures.told_at is 'when its body and the operators were written to';
    call protect('stream_failures');
    create policy web_by_agency on stream_failures for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    create policy web_by_operator on stream_failures for select to tell_us_once_web
      using ((select context_operator()));
    grant select on stream_failures to tell_us_once_web;
    grant select, insert, update, delete on stream_failures to tell_us_once_worker;

    create table stream_warnings (
      subscription_id uuid primary key references subscriptions (id) on update cascade on delete cascade,
      share smallint not null check (share in (50, 70, 90)),
      warned_at timestamptz not null
    );
    comment on table stream_warnings is
      'how much of the time of the oldest that waits was over when its body was warned last; gone when nothing old waits';
    call protect('stream_warnings');
    grant select, insert, update, delete on stream_warnings to tell_us_once_worker;
  `)
}
