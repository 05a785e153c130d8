import type { Knex } from 'knex'

/**
 * Agreements under Part 5 of the Digital Economy Act 2017 as they are published: public facts, which let nobody be told
 * anything. One that the register no longer has stays, and says so.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table published_agreements (
      number integer primary key check (number > 0),
      name text not null,
      purpose text not null,
      benefits text not null,
      information text not null,
      method text not null,
      power text,
      controllers jsonb not null,
      processors jsonb not null,
      retention text,
      starts_on date,
      ends_on date,
      review_on date,
      contacts text[] not null,
      untidy jsonb not null,
      changed_at timestamptz not null,
      left_at timestamptz,
      search tsvector not null generated always as (
        to_tsvector('english', name || ' ' || purpose || ' ' || benefits || ' ' || information)
        || jsonb_to_tsvector('english', controllers, '["string"]')
        || jsonb_to_tsvector('english', processors, '["string"]')) stored
    );
    comment on column published_agreements.untidy is 'cells that could not be taken as they stand: column and problem';
    comment on column published_agreements.left_at is 'when an import no longer had it';
    create index published_agreements_by_words on published_agreements using gin (search);

    grant select on published_agreements to tell_us_once_web, tell_us_once_auditor;
    grant select, insert, update on published_agreements to tell_us_once_worker;
  `)
}
