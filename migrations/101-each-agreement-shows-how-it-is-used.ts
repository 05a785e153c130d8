import type { Knex } from 'knex'

/**
 * How much each agreement is used, by months: counted as records get their places in the log, so that each is counted once
 * and nothing is ever read a second time for it. And what a body says of the risks that it takes.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table agreement_use (
      agreement_id text not null,
      month date not null check (extract(day from month) = 1),
      told bigint not null check (told >= 0),
      used bigint not null check (used >= 0),
      drift bigint not null check (drift >= 0),
      last_at timestamptz not null,
      primary key (agreement_id, month)
    );
    comment on table agreement_use is 'of records that are open; sealed ones are counted with all others of their kind alone';
    comment on column agreement_use.told is 'disclosures by this service: of a delivery each, and of one that is sent again';
    comment on column agreement_use.used is 'uses that bodies have reported';
    comment on column agreement_use.drift is 'those of them that went beyond the agreement';
    grant select on agreement_use to tell_us_once_web, tell_us_once_auditor;
    grant select, insert, update on agreement_use to tell_us_once_worker;

    insert into agreement_use (agreement_id, month, told, used, drift, last_at)
    select r.agreement_ref, date_trunc('month', least(r.occurred_start, r.registered_at) at time zone 'Europe/London')::date,
      count(*) filter (where r.controller_id = 'tell-us-once'), count(*) filter (where r.controller_id <> 'tell-us-once'),
      count(*) filter (where r.drift <> '{}'), max(least(r.occurred_start, r.registered_at))
    from access_records r
    join access_record_places p using (subject_ref, registered_at, record_id, controller_id)
    where r.agreement_ref is not null and r.supersedes is null and p.chain = 'open'
      and (r.controller_id <> 'tell-us-once' or r.access_type = 'disclose')
    group by 1, 2;

    alter table agencies add column risk_appetite jsonb;
    comment on column agencies.risk_appetite is 'its published statement, in its own words';
    grant update (risk_appetite) on agencies to tell_us_once_web;
  `)
}
