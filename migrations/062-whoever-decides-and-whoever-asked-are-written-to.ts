import type { Knex } from 'knex'

/**
 * A proposed agreement waits for a second person, who has to hear of it; and whoever asked has to hear what became of it.
 * By functions, as the web role writes to nobody else's address: what they queue goes by what the row says, once.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function queue_proposal_notices(proposal uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare asked grant_proposals;
    begin
      select * into asked from grant_proposals p where p.id = proposal
        and (p.agency_id = context_agency() or context_operator() or may_second(p.agency_id));
      if asked.state = 'proposed' then
        insert into notices (agency_id, kind, channel, key, quiet, due_at)
        select null, 'agreement-proposed', 'email', asked.id::text, false, '-infinity'::timestamptz
        union all
        select other.id, 'agreement-to-second', 'email', asked.id::text, false, '-infinity'::timestamptz
        from agencies own join agencies other on other.cluster = own.cluster and other.id <> own.id
        where own.id = asked.agency_id and other.state = 'approved' and other.status = 'active'
          and exists (select from staff_members m
                      where m.agency_id = other.id and m.removed_at is null and m.role = 'admin')
          and (select count(*) from staff_members m
               where m.agency_id = own.id and m.removed_at is null and m.role in ('admin', 'officer')) = 1
        on conflict (account_id, agency_id, kind, key, channel) do nothing;
      elsif asked.state in ('approved', 'declined') then
        insert into notices (agency_id, kind, channel, key, quiet, due_at)
        values (asked.agency_id, 'agreement-decided', 'email', asked.id::text, false, '-infinity')
        on conflict (account_id, agency_id, kind, key, channel) do nothing;
      end if;
    end $$;

    -- Whoever is let in is invited, and so written to already.
    create function queue_join_declined(request uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into notices (kind, channel, key, quiet, due_at)
      select 'join-declined', 'email', r.id::text, false, '-infinity' from join_requests r
      where r.id = request and r.state = 'declined' and context_operator()
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
    end $$;
    revoke all on function queue_proposal_notices, queue_join_declined from public;
    grant execute on function queue_proposal_notices, queue_join_declined to tell_us_once_web;
    grant select (id, email, state) on join_requests to tell_us_once_worker;
  `)
}
