import type { Knex } from 'knex'

/** To an address that whoever runs the agency, or the service, has just invited: the web role can write to no other. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function queue_invitation(member uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into notices (kind, channel, key, quiet, due_at)
      select 'staff-invited', 'email', m.id::text, false, '-infinity' from staff_members m
      where m.id = member and m.removed_at is null
        and (m.agency_id = context_agency() or context_operator())
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
    end $$;
    revoke all on function queue_invitation from public;
    grant execute on function queue_invitation to tell_us_once_web;
  `)
}
