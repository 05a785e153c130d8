import type { Knex } from 'knex'

/**
 * A citizen says which body asked for what another one holds already. What is kept is a keyed hash of the three of them,
 * citizen, body and fact, so that everybody counts once and nobody can be found; a row is read back only by whoever can
 * make its hash again. The counts are for everybody.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table asked_twice (
      said_by bytea primary key,
      asker_id text not null references agencies (id),
      fact text not null,
      holder_id text references agencies (id),
      said_on date not null,
      check (holder_id is distinct from asker_id)
    );
    comment on column asked_twice.said_by is 'keyed hash of an account, the body and the fact';
    comment on column asked_twice.fact is 'as the catalogue of facts names it';
    comment on column asked_twice.holder_id is 'which body holds it, as the citizen says; null: they do not know';
    call protect('asked_twice');
    create policy web_reads_by_hash on asked_twice for select to tell_us_once_web
      using (said_by = any ((select context_subjects())::bytea[]));
    create policy web_says on asked_twice for insert to tell_us_once_web
      with check (said_by = any ((select context_subjects())::bytea[]));
    grant select, insert on asked_twice to tell_us_once_web;

    create table asked_twice_totals (
      asker_id text not null references agencies (id),
      fact text not null,
      holder_id text references agencies (id),
      people integer not null,
      first_on date not null,
      last_on date not null,
      agreement_id text,
      asked_at timestamptz
    );
    comment on column asked_twice_totals.agreement_id is 'the agreement that was requested because of it';
    comment on column asked_twice_totals.asked_at is 'when there were enough to request it';
    create unique index asked_twice_totals_in_order on asked_twice_totals (asker_id, fact, (coalesce(holder_id, '')));
    create index asked_twice_totals_to_ask on asked_twice_totals (people) where asked_at is null and holder_id is not null;
    call protect('asked_twice_totals');
    create policy web_reads on asked_twice_totals for select to tell_us_once_web using (true);
    grant select on asked_twice_totals to tell_us_once_web;
    grant select, update (agreement_id, asked_at) on asked_twice_totals to tell_us_once_worker;

    create function count_asked_twice() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into asked_twice_totals as t (asker_id, fact, holder_id, people, first_on, last_on)
      values (new.asker_id, new.fact, new.holder_id, 1, new.said_on, new.said_on)
      on conflict (asker_id, fact, (coalesce(holder_id, ''))) do update
        set people = t.people + 1, last_on = greatest(t.last_on, excluded.last_on);
      return null;
    end $$;
    revoke all on function count_asked_twice from public;
    create trigger counts_who_was_asked_twice after insert on asked_twice
      for each row execute function count_asked_twice();
  `)
}
