import type { Knex } from 'knex'

/**
 * A temporary table stands before one of the same name unless the search path puts it last. Whoever spoke with the web
 * role could have laid one before `reports`, and had a function that acts with its owner's rights take another's for
 * theirs.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    do $$
    declare each regprocedure;
    begin
      for each in
        select oid from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      loop
        execute format('alter function %s set search_path = public, pg_temp', each);
      end loop;
    end $$;
  `)
}
