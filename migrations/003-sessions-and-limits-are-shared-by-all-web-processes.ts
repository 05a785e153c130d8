import type { Knex } from 'knex'

/** The table of connect-pg-simple, identifiers that may be used once (jti), and rate-limiter-flexible's counters. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table sessions (sid varchar primary key, sess json not null, expire timestamptz not null);
    create index sessions_by_expiry on sessions (expire);
    create index sessions_of_account on sessions ((sess ->> 'accountId'));
    grant select, insert, update, delete on sessions to tell_us_once_web;
    grant select, delete on sessions to tell_us_once_worker;

    create table single_use (
      kind text not null,
      id text not null,
      expires_at timestamptz not null,
      primary key (kind, id)
    );
    create index single_use_by_expiry on single_use (expires_at);
    grant select, insert, delete on single_use to tell_us_once_web, tell_us_once_worker;

    -- Counters only: losing them in a crash costs nothing, so they are not written ahead.
    create unlogged table rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint);
    create index rate_limits_by_expiry on rate_limits (expire);
    grant select, insert, update, delete on rate_limits to tell_us_once_web;
  `)
}
