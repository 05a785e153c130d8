import type { Knex } from 'knex'

/**
 * Whom reports go to, in parts: who is told of anything on a day, which does not depend on the report and is read once
 * for a batch of them; and whether one of those is for the places that a report reaches. Each report went through all
 * agreements for its type before. The function of five arguments stays for workers of the release before.
 */
export const up = (db: Knex) =>
  db.raw(`
    create function recipients_on(today date) returns setof recipients language sql stable parallel safe as $$
      select * from recipients where ends_on is null or ends_on >= today $$;
    comment on function recipients_on is 'whom anything is told to on a day';

    create function is_reached(areas text[], reached_areas text[]) returns boolean
    language sql immutable parallel safe as $$
      select areas is null or areas && reached_areas $$;
    comment on function is_reached is 'whether a body of these areas, or of all, is for one of those that a report reaches';

    create or replace function recipients_of(wanted_type text, reached_areas text[], today date)
    returns setof recipients language sql stable parallel safe as $$
      select * from recipients_on(today) where event_type = wanted_type and is_reached(areas, reached_areas) $$;
  `)
