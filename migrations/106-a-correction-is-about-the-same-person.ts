import type { Knex } from 'knex'

/**
 * A body may correct what it reported of the same person, or of many at once: which of its own records are about whom it
 * names now. It learns nothing of others' records, nor of its own what it did not know.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function reported_about(ids uuid[], refs bytea[]) returns table (record_id uuid, subject_ref bytea)
    language sql stable security definer set search_path = public, pg_temp as $$
      select id, ref from unnest(ids, refs) as asked (id, ref)
      where exists (select from access_records r
                    where r.subject_ref = ref and r.record_id = id and r.controller_id = context_agency())
        or exists (select from sealed_access_records s
                   where s.subject_ref = ref and s.record_id = id and s.controller_id = context_agency())
        or (ref is null and exists (select from bulk_uses b
                                    where b.controller_id = context_agency() and b.record_id = id)) $$;
    revoke all on function reported_about from public;
    grant execute on function reported_about to tell_us_once_web;
  `)
}
