import type { Knex } from 'knex'

/**
 * Before a receiver that is pushed to is told anything about anybody, it has to show that it takes our tokens and turns
 * away what is not ours. What was proved is proved for this address and these credentials: a change of either starts
 * afresh. And a receiver may give out access tokens of its own.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table subscriptions
      add column token_client bytea,
      add column proved_at timestamptz;
    comment on column subscriptions.token_client is
      'as whom we ask for access tokens at token_url; sealed, with its secret';
    comment on column subscriptions.proved_at is
      'when its endpoint, as it is now, proved itself; null: nothing about a person is pushed to it';
    -- Whether an endpoint is proved is not for its body to say.
    revoke insert on subscriptions from tell_us_once_web;
    grant insert (id, agency_id, position, method, endpoint_url, authorization_header, token_url, token_client, events,
      agreements, status, changed_at, events_requested, description, reason, algorithm) on subscriptions
      to tell_us_once_web;
    grant update (token_client) on subscriptions to tell_us_once_web;

    create table endpoint_proofs (
      subscription_id uuid primary key references subscriptions (id) on update cascade on delete cascade,
      agency_id text not null,
      state text not null default 'due' check (state in ('due', 'proved', 'failed')),
      step text check (step in ('verification', 'unauthenticated', 'badly-signed')),
      detail text,
      attempts integer not null default 0,
      next_attempt_at timestamptz not null,
      checked_at timestamptz,
      leased_until timestamptz,
      lease uuid
    );
    comment on column endpoint_proofs.state is 'failed: it is tried again at next_attempt_at';
    comment on column endpoint_proofs.step is 'which call was not answered as it should have been';
    comment on column endpoint_proofs.detail is 'how it was answered: a code of ours, never text that a body sent';
    create index endpoint_proofs_due on endpoint_proofs (next_attempt_at) where state <> 'proved';
    call protect('endpoint_proofs');
    create policy web_by_agency on endpoint_proofs for select to tell_us_once_web
      using (agency_id = (select context_agency()));
    grant select on endpoint_proofs to tell_us_once_web;
    grant select, update on endpoint_proofs to tell_us_once_worker;

    create function forget_proof() returns trigger language plpgsql as $$
    begin
      -- Unless whoever changes it says in the same breath that it is proved.
      if new.proved_at is not distinct from old.proved_at
        and (new.method, new.endpoint_url, new.authorization_header, new.token_url, new.token_client)
          is distinct from (old.method, old.endpoint_url, old.authorization_header, old.token_url, old.token_client)
      then
        new.proved_at := null;
      end if;
      return new;
    end $$;
    create trigger forget_proof before update on subscriptions
      for each row execute function forget_proof();

    create function ask_for_proof() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
    begin
      if new.method <> 'push' then
        delete from endpoint_proofs where subscription_id = new.id;
      elsif new.proved_at is null then
        insert into endpoint_proofs as p (subscription_id, agency_id, next_attempt_at)
          values (new.id, new.agency_id, '-infinity')
          on conflict (subscription_id) do update
            set state = 'due', step = null, detail = null, attempts = 0, next_attempt_at = '-infinity',
              checked_at = null, leased_until = null, lease = null;
        perform pg_notify('streams', new.id::text);
      else
        update endpoint_proofs set state = 'proved' where subscription_id = new.id and state <> 'proved';
      end if;
      return null;
    end $$;
    create trigger ask_for_proof_of_new after insert on subscriptions
      for each row execute function ask_for_proof();
    create trigger ask_for_proof_of_changed
      after update of method, endpoint_url, authorization_header, token_url, token_client, proved_at on subscriptions
      for each row when (
        (new.method, new.endpoint_url, new.authorization_header, new.token_url, new.token_client, new.proved_at)
          is distinct from
        (old.method, old.endpoint_url, old.authorization_header, old.token_url, old.token_client, old.proved_at))
      execute function ask_for_proof();

    insert into endpoint_proofs (subscription_id, agency_id, next_attempt_at)
      select id, agency_id, '-infinity' from subscriptions where method = 'push';
  `)
}
