import type { Knex } from 'knex'

/** Idempotency-Key: what a body's call said, keyed-hashed, so that a key that comes with other contents is noticed. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table idempotency_keys (
      agency_id text not null,
      key text not null,
      content_hash bytea not null,
      expires_at timestamptz not null,
      primary key (agency_id, key)
    );
    create index idempotency_keys_by_expiry on idempotency_keys (expires_at);
    call protect('idempotency_keys');
    create policy web_by_agency on idempotency_keys to tell_us_once_web using (agency_id = (select context_agency()));
    grant select, insert, update on idempotency_keys to tell_us_once_web;
    grant select, delete on idempotency_keys to tell_us_once_worker;
  `)
}
