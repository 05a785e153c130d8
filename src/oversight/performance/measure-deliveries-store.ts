/**
 * What bodies were told, and what they answered, body by body along the indexes that their own pages use: a month costs
 * what it holds, however many there have been before. Between `:from` and `:to`; rows as a measure has them.
 */
export const DELIVERIES = [
  `select 'deliveries' as figure, part.part, coalesce(a.id, '') as "agencyId", sum(part.n) as n, null as of, null as value
   from agencies a cross join lateral (
     select count(*) filter (where d.state = 'acknowledged') as taken, count(*) filter (where d.state = 'given-up') as given_up
     from deliveries d where d.agency_id = a.id and d.created_at >= :from and d.created_at < :to
   ) told cross join lateral (values ('taken', told.taken), ('given-up', told.given_up)) as part (part, n)
   group by grouping sets ((part.part, a.id), (part.part))`,

  `select 'overdue' as figure, '' as part, coalesce(agency_id, '') as "agencyId", count(*) as n, null as of, null as value
   from deliveries where chased_at >= :from and chased_at < :to
   group by grouping sets ((agency_id), ())`,

  // Of each delivery the first answer that is one: its month never changes, whatever is said later.
  `with answered as (
     select a.id as agency_id, o.status,
       coalesce((o.received_at at time zone 'Europe/London')::date - (d.settled_at at time zone 'Europe/London')::date
         <= v.usual_days, true) as on_time
     from agencies a
     cross join lateral (
       select * from outcomes o where o.agency_id = a.id and o.received_at >= :from and o.received_at < :to
         and o.status not in ('received', 'in_progress')
     ) o
     join deliveries d on d.id = o.delivery_id
     join agreement_versions v on v.agreement_id = d.agreement_id and v.version = d.agreement_version
     where not exists (
       select from outcomes earlier where earlier.delivery_id = o.delivery_id and earlier.id < o.id
         and earlier.status not in ('received', 'in_progress'))
   ), counted as (
     select coalesce(agency_id, '') as agency_id, count(*) as all, count(*) filter (where on_time) as on_time,
       count(*) filter (where status <> 'no_record') as matched, count(*) filter (where status = 'done') as done,
       count(*) filter (where status = 'no_record') as no_record, count(*) filter (where status = 'refused') as refused,
       count(*) filter (where status = 'needs_information') as needs_information
     from answered group by grouping sets ((agency_id), ())
   )
   select said.figure, said.part, c.agency_id as "agencyId", said.n, said.of, null as value
   from counted c cross join lateral (values
     ('answers-on-time', '', c.on_time, c.all), ('match-rate', '', c.matched, c.all), ('answers', 'done', c.done, null),
     ('answers', 'no_record', c.no_record, null), ('answers', 'refused', c.refused, null),
     ('answers', 'needs_information', c.needs_information, null)) as said (figure, part, n, of)`,
]
