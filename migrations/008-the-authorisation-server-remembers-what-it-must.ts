import type { Knex } from 'knex'

/** Where oidc-provider keeps what outlives a request (used assertions above all), shared by all web processes. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table oauth_artifacts (
      model text not null,
      id text not null,
      payload jsonb not null,
      expires_at timestamptz,
      primary key (model, id)
    );
    create index oauth_artifacts_by_expiry on oauth_artifacts (expires_at);
    grant select, insert, update, delete on oauth_artifacts to tell_us_once_web;
    grant select, delete on oauth_artifacts to tell_us_once_worker;
  `)
}
