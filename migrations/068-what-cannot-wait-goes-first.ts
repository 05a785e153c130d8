import type { Knex } from 'knex'

/**
 * What goes first when not all can go at once: that a report is taken back, then reports of somebody at risk, then deaths,
 * then the rest. In the order in which reports are fanned out as in the order in which deliveries are claimed.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function urgency(at_risk boolean, event_type text) returns smallint
    language sql immutable parallel safe as $$
      select (case when at_risk then 1 when event_type = 'death' then 2 else 3 end)::smallint $$;
    comment on function urgency is 'of what a report tells; 0, before all of them, is that it is taken back';

    create index reports_to_fan_out_by_urgency on reports (urgency(safety, event_type), not_before, id)
      where fanned_out_at is null;
    drop index reports_to_fan_out;

    alter table deliveries alter column priority set default 3;
    update deliveries d set priority = urgency(r.safety, r.event_type) from reports r
      where r.id = d.report_id and d.state in ('due', 'held', 'waiting') and d.priority = 1;
    comment on column deliveries.priority is '0 to 3, as urgency() says: what is lower goes first';
    comment on column follow_ups.priority is '0 goes before everything else: that a report is taken back';
  `)
}
