import type { Knex } from 'knex'

/** A body whose act cannot be undone waits as long when it was held, or was to be told on a day, as it does otherwise. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table reports add column cooled_at timestamptz;
    comment on column reports.cooled_at is
      'from when bodies whose act cannot be undone may be told; null: they are told as the others are';

    -- As soon as may be instead of later. False when it is being sent already, or nobody's of this report.
    create or replace function release_delivery(wanted uuid, delivery uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public as $$
    begin
      if lock_own_report(wanted) is null then return false; end if;
      update deliveries d set state = 'due', next_attempt_at = soonest.at, not_before = soonest.at
        from (
          select d.id, greatest(at, case when v.irreversible then r.cooled_at end) as at
          from deliveries d
          join reports r on r.id = d.report_id
          join agreement_versions v on v.agreement_id = d.agreement_id and v.version = d.agreement_version
          where d.id = delivery and d.report_id = wanted
        ) soonest
        where d.id = soonest.id and d.state in ('due', 'held') and is_unsent(d);
      if not found then return false; end if;
      perform pg_notify('reports', '');
      return true;
    end $$;
  `)
}
