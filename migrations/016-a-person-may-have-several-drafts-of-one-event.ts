import type { Knex } from 'knex'

/** Two children to register, two people who have died: a path means the draft of its event that was opened last. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table drafts
      drop constraint drafts_account_id_event_type_key,
      add column opened_at timestamptz;
    update drafts set opened_at = changed_at;
    alter table drafts alter column opened_at set not null;
    comment on column drafts.opened_at is 'when its citizen last chose it from the list, began it or answered in it';
    create index drafts_by_person on drafts (account_id, event_type, opened_at desc);
  `)
}
