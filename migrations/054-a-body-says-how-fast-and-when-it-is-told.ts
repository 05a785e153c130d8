import type { Knex } from 'knex'

/**
 * What a body grants of the receiver it is pushed to: calls at once, calls a second, and when it is closed for
 * maintenance. What is for it waits meanwhile, and nothing of that counts as a failure. Claims ask by the clock alone:
 * the maintenance that is on, or comes next, is worked out whenever it is changed or over. And whose bank holidays a body
 * keeps, where its areas do not say so.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agencies
      add column nation text check (nation in ('england-and-wales', 'scotland', 'northern-ireland', 'all'));
    comment on column agencies.nation is 'whose bank holidays it keeps; null: those of its areas';

    alter table subscriptions
      add column max_in_flight integer check (max_in_flight between 1 and 64),
      add column max_per_second double precision check (max_per_second between 0.1 and 1000),
      add column maintenance jsonb,
      add column closed_from timestamptz,
      add column closed_until timestamptz;
    comment on column subscriptions.max_in_flight is 'calls to its receiver on their way at once; null: as many as we think right';
    comment on column subscriptions.max_per_second is 'calls to its receiver begun in a second; null: as many as it takes';
    comment on column subscriptions.maintenance is
      'when its receiver is closed, every week or once, by the clocks of the United Kingdom';
    comment on column subscriptions.closed_from is 'the maintenance that is on, or comes next; null: none comes';
    grant update (max_in_flight, max_per_second, maintenance, closed_from, closed_until) on subscriptions
      to tell_us_once_web;
    grant insert (max_in_flight, max_per_second, maintenance, closed_from, closed_until) on subscriptions
      to tell_us_once_web;
  `)
}
