import type { Knex } from 'knex'

/**
 * A body may be told later than the others, or when the citizen says so, and without a value that could bring somebody
 * into danger. What a body cannot undo waits a while by itself, so that a mistake can be put right first.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table reports add column timing jsonb not null default '{}';
    comment on column reports.timing is
      'agreement id to the time before which it is not told, or held until the citizen says so; absent: at once';
    alter table reports add column redacted jsonb not null default '{}';
    comment on column reports.redacted is 'agreement id to names of fields that it is not told, whatever it is granted';
    alter table reports add column hand_offs bytea;
    comment on column reports.hand_offs is
      'what the citizen still has to apply for, with links, in both languages, sealed under the report''s data key';

    alter table agreement_versions add column irreversible boolean not null default false;
    comment on column agreement_versions.irreversible is 'what the body does when it is told cannot be undone';

    alter table deliveries add column not_before timestamptz;
    comment on column deliveries.not_before is
      'when it was to be told first: the days of trying count from here; null: from when it was made';
    alter table deliveries drop constraint deliveries_state_check;
    alter table deliveries add constraint deliveries_state_check
      check (state in ('due', 'held', 'acknowledged', 'given-up', 'not-allowed', 'withdrawn'));
    comment on column deliveries.state is
      'held: the citizen has yet to say that this body may be told; every other way out of due is settled';
  `)
}
