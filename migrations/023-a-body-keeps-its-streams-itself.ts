import type { Knex } from 'knex'

/**
 * Shared Signals streams as their receivers keep them. Who is told is public, so that every process reads all streams; a
 * body's own programs add, change and remove its own, and those of the agencies file are removed there alone. A change
 * of status that is made in a body's context is the receiver's own; every other is ours, and is told to it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table subscriptions
      add column events_requested text[],
      add column description text,
      add column reason text,
      add column algorithm text not null default 'ES256' check (algorithm in ('ES256', 'RS256')),
      add column verification_asked_at timestamptz;
    comment on column subscriptions.events_requested is
      'URIs as the receiver gave them, also those that nobody knows; null: it asked for nothing in particular';
    comment on column subscriptions.reason is 'why its status is what it is, as whoever changed it said';
    comment on column subscriptions.algorithm is 'what its tokens are signed with';

    alter table deliveries add column in_order boolean not null default false;
    comment on column deliveries.in_order is
      'held while its stream was paused: nothing later about the same subject overtakes it';
    create index deliveries_in_order on deliveries (subscription_id, subject_ref, created_at, id)
      where in_order and state = 'due';

    call protect('subscriptions');
    create policy web_reads_all on subscriptions for select to tell_us_once_web using (true);
    create policy web_adds_for_agency on subscriptions for insert to tell_us_once_web
      with check (agency_id = (select context_agency()) and position is null);
    create policy web_changes_for_agency on subscriptions for update to tell_us_once_web
      using (agency_id = (select context_agency())) with check (agency_id = (select context_agency()));
    create policy web_removes_for_agency on subscriptions for delete to tell_us_once_web
      using (agency_id = (select context_agency()) and position is null);
    grant insert, delete on subscriptions to tell_us_once_web;
    grant update (method, endpoint_url, authorization_header, token_url, events, events_requested, description, algorithm,
      status, reason, changed_at, verification_asked_at) on subscriptions to tell_us_once_web;

    create table stream_events (
      id uuid primary key,
      subscription_id uuid not null references subscriptions (id) on delete cascade,
      agency_id text not null,
      kind text not null check (kind in ('verification', 'stream-updated')),
      content jsonb not null,
      state text not null default 'due' check (state in ('due', 'acknowledged', 'given-up')),
      attempts integer not null default 0,
      last_failure text,
      created_at timestamptz not null,
      next_attempt_at timestamptz not null,
      leased_until timestamptz,
      lease uuid,
      settled_at timestamptz
    );
    comment on table stream_events is 'what a stream says of itself: nothing about a citizen';
    comment on column stream_events.id is 'the jti of its token, in every attempt';
    create index stream_events_due on stream_events (subscription_id, created_at, id) where state = 'due';
    create index stream_events_by_age on stream_events (created_at);
    call protect('stream_events');
    create policy web_by_agency on stream_events to tell_us_once_web
      using (agency_id = (select context_agency()))
      with check (agency_id = (select context_agency()) and exists (
        select from subscriptions s where s.id = subscription_id and s.agency_id = stream_events.agency_id));
    grant select, insert on stream_events to tell_us_once_web;
    grant update (state, attempts, last_failure, next_attempt_at, leased_until, lease, settled_at) on stream_events
      to tell_us_once_web;
    grant select, insert, update, delete on stream_events to tell_us_once_worker;

    create function call_stream() returns trigger language plpgsql as $$
    begin
      perform pg_notify('streams', new.subscription_id::text);
      return null;
    end $$;
    create trigger call_stream after insert on stream_events for each row execute function call_stream();

    create function note_status() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if new.status = 'enabled' then
        update deliveries set in_order = true where subscription_id = new.id and state = 'due' and not in_order;
      end if;
      if context_agency() is null then
        if new.reason is not distinct from old.reason then new.reason := null; end if;
        insert into stream_events (id, subscription_id, agency_id, kind, content, created_at, next_attempt_at)
          values (gen_random_uuid(), new.id, new.agency_id, 'stream-updated',
            jsonb_strip_nulls(jsonb_build_object('status', new.status, 'reason', new.reason)),
            new.changed_at, new.changed_at);
      end if;
      return new;
    end $$;
    create trigger note_status before update of status on subscriptions
      for each row when (old.status is distinct from new.status) execute function note_status();

    create table stream_subjects (
      subscription_id uuid not null references subscriptions (id) on delete cascade,
      agency_id text not null,
      subject_hash bytea not null,
      format text not null,
      wanted boolean not null,
      changed_at timestamptz not null,
      primary key (subscription_id, subject_hash)
    );
    comment on table stream_subjects is 'whom a receiver said that it has, or no longer has, a file on';
    comment on column stream_subjects.subject_hash is 'keyed hash of what it gave, for its body alone';
    call protect('stream_subjects');
    create policy web_by_agency on stream_subjects to tell_us_once_web
      using (agency_id = (select context_agency()))
      with check (agency_id = (select context_agency()) and exists (
        select from subscriptions s where s.id = subscription_id and s.agency_id = stream_subjects.agency_id));
    grant select, insert, update on stream_subjects to tell_us_once_web;
    grant select, delete on stream_subjects to tell_us_once_worker;
  `)
}
