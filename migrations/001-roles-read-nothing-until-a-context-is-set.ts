import type { Knex } from 'knex'

/**
 * Group roles for the processes (log-ins are members of them), the transaction's context that policies go by, and the
 * two walls that later tables stand behind: `protect` (row-level security) and `append_only`.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    do $$
    declare wanted text;
    begin
      foreach wanted in array array['tell_us_once_web', 'tell_us_once_worker', 'tell_us_once_auditor'] loop
        begin
          execute format('create role %I nologin', wanted);
        exception when duplicate_object or unique_violation then null;
        end;
      end loop;
    end $$;

    revoke all on schema public from public;
    grant usage on schema public to tell_us_once_web, tell_us_once_worker, tell_us_once_auditor;
    grant select on migrations to tell_us_once_web, tell_us_once_worker, tell_us_once_auditor;

    -- The settings hold hex, or nothing, or an empty string once a transaction that set them has ended.
    create function context_account() returns uuid language sql stable parallel safe as
      $$ select nullif(current_setting('app.account', true), '')::uuid $$;

    create function context_subjects() returns bytea[] language sql stable parallel safe as $$
      select coalesce(array_agg(decode(hex, 'hex')), '{}')
      from unnest(string_to_array(nullif(current_setting('app.subjects', true), ''), ',')) as hex $$;

    create function context_agency() returns text language sql stable parallel safe as
      $$ select convert_from(decode(nullif(current_setting('app.agency', true), ''), 'hex'), 'utf8') $$;

    -- Forced, so that the owner too needs a policy; the owner's and the worker's jobs see every row, and say so.
    create procedure protect(name text) language plpgsql as $$
    begin
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy owner_sees_all on %I to current_user using (true) with check (true)', name);
      execute format('create policy worker_sees_all on %I to tell_us_once_worker using (true) with check (true)', name);
      execute format('create policy auditor_reads_all on %I for select to tell_us_once_auditor using (true)', name);
    end $$;

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;

    create procedure append_only(name text) language plpgsql as $$
    begin
      execute format('create trigger no_change before update or delete on %I
                      for each row execute function refuse_change()', name);
      execute format('create trigger no_truncate before truncate on %I
                      for each statement execute function refuse_change()', name);
    end $$;
  `)
}
