import type { Knex } from 'knex'

/**
 * How deliveries went, by agency and five minutes, for the charts of operators: a few numbers a row, about nobody. Read
 * from here, a chart costs the same however many deliveries there have ever been.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table delivery_samples (
      at timestamptz not null,
      agency_id text not null,
      due integer not null default 0,
      oldest_due integer not null default 0,
      in_flight integer not null default 0,
      failed integer not null default 0,
      within_second integer not null default 0,
      within_ten_seconds integer not null default 0,
      within_minute integer not null default 0,
      later integer not null default 0,
      primary key (at, agency_id)
    ) with (fillfactor = 70);
    comment on table delivery_samples is
      'at: when the five minutes began; due, oldest_due (seconds) and in_flight: the most seen in them';
    call protect('delivery_samples');
    create policy web_by_operator on delivery_samples for select to tell_us_once_web
      using ((select context_operator()));
    grant select on delivery_samples to tell_us_once_web;
    grant select, insert, update, delete on delivery_samples to tell_us_once_worker;
  `)
}
