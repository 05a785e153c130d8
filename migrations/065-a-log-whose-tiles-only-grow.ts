import type { Knex } from 'knex'

/**
 * A verifiable log, as it is served: tiles of hashes, bundles of entries, checkpoints. All of it is public. What stands
 * in a tile or a bundle never changes, there is only more of it; a checkpoint is for ever.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table log_tiles (
      origin text not null,
      level smallint not null check (level between 0 and 63),
      index bigint not null check (index >= 0),
      hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
      primary key (origin, level, index)
    );
    alter table log_tiles alter column hashes set storage external;
    comment on table log_tiles is 'C2SP tlog-tiles; the first so many bytes of a tile are what it was when it was smaller';

    create table log_bundles (
      origin text not null,
      index bigint not null check (index >= 0),
      entries bytea not null,
      -- Where each entry ends, so that the first few are served without reading the others.
      ends integer[] not null check (cardinality(ends) between 1 and 256),
      primary key (origin, index),
      check (ends[cardinality(ends)] = octet_length(entries))
    );
    alter table log_bundles alter column entries set storage external;

    create table log_checkpoints (
      origin text not null,
      size bigint not null check (size >= 0),
      root bytea not null check (octet_length(root) = 32),
      note text not null,
      signed_at timestamptz not null,
      primary key (origin, size)
    );

    create table log_cosignatures (
      origin text not null,
      size bigint not null,
      witness text not null,
      line text not null,
      cosigned_at timestamptz not null,
      primary key (origin, size, witness),
      foreign key (origin, size) references log_checkpoints
    );

    create function refuse_other_tile() returns trigger language plpgsql as $$
    begin
      if (new.origin, new.level, new.index) is distinct from (old.origin, old.level, old.index)
        or substr(new.hashes, 1, octet_length(old.hashes)) <> old.hashes then
        raise exception 'a tile only grows' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create function refuse_other_bundle() returns trigger language plpgsql as $$
    begin
      if (new.origin, new.index) is distinct from (old.origin, old.index)
        or substr(new.entries, 1, octet_length(old.entries)) <> old.entries
        or new.ends[1:cardinality(old.ends)] <> old.ends then
        raise exception 'a bundle only grows' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger only_grows before update on log_tiles for each row execute function refuse_other_tile();
    create trigger only_grows before update on log_bundles for each row execute function refuse_other_bundle();
    create trigger no_delete before delete on log_tiles for each row execute function refuse_change();
    create trigger no_delete before delete on log_bundles for each row execute function refuse_change();
    create trigger no_truncate before truncate on log_tiles for each statement execute function refuse_change();
    create trigger no_truncate before truncate on log_bundles for each statement execute function refuse_change();
    call append_only('log_checkpoints');
    call append_only('log_cosignatures');

    call protect('log_tiles');
    call protect('log_bundles');
    call protect('log_checkpoints');
    call protect('log_cosignatures');
    create policy everybody_reads on log_tiles for select to tell_us_once_web using (true);
    create policy everybody_reads on log_bundles for select to tell_us_once_web using (true);
    create policy everybody_reads on log_checkpoints for select to tell_us_once_web using (true);
    create policy everybody_reads on log_cosignatures for select to tell_us_once_web using (true);
    grant select on log_tiles, log_bundles, log_checkpoints, log_cosignatures to tell_us_once_web;
    grant select, insert, update on log_tiles, log_bundles to tell_us_once_worker;
    grant select, insert on log_checkpoints, log_cosignatures to tell_us_once_worker;
  `)
}
