/**
 * Who reports what they use data for, and what citizens ask. Between `:from` and `:to`, which begin the days `:first` and
 * `:next`; rows as a measure has them.
 */
export const ACCESS = [
  `select 'access-records' as figure, '' as part, coalesce(agency_id, '') as "agencyId", coalesce(sum(records), 0) as n,
     null as of, null as value
   from access_arrivals where day >= :first and day < :next
   group by grouping sets ((agency_id), ())`,

  `select 'questions-asked' as figure, '' as part, '' as "agencyId", count(*) as n, null as of, null as value
   from questions where asked_at >= :from and asked_at < :to`,

  // By the day that the law sets, which is over by the time that its month is made.
  `with due as (
     select q.agency_id, exists (
       select from question_entries reply
       where reply.question_id = asked.question_id and reply.at >= asked.at and reply.made_by = 'body'
         and (reply.kind in ('answered', 'name-given', 'name-refused')
           or (q.kind = 'complaint' and reply.kind = 'acknowledged'))
         and (reply.at at time zone 'Europe/London')::date <= asked.due) as in_time
     from question_entries asked join questions q on q.id = asked.question_id
     where asked.kind = 'asked' and asked.due >= :first and asked.due < :next
   )
   select 'questions-in-time' as figure, '' as part, coalesce(agency_id, '') as "agencyId",
     count(*) filter (where in_time) as n, count(*) as of, null as value
   from due group by grouping sets ((agency_id), ())`,

  `select 'sealed-opened' as figure, '' as part, coalesce(r.controller_id, '') as "agencyId", count(*) as n, null as of, null as value
   from seal_releases r join sealed_access_records s using (subject_ref, registered_at, record_id, controller_id)
   where r.released_at >= :from and r.released_at < :to and s.visibility = 'sealed'
   group by grouping sets ((r.controller_id), ())`,

  `select 'sealed-renewed' as figure, '' as part, coalesce(r.agency_id, '') as "agencyId", count(*) as n, null as of, null as value
   from seal_decisions d join seal_renewals r on r.id = d.renewal_id
   where d.approved and d.decided_at >= :from and d.decided_at < :to
   group by grouping sets ((r.agency_id), ())`,

  `select 'coverage' as figure, '' as part, '' as "agencyId",
     count(*) filter (where h.first_at < :to and h.last_at >= :from) as n, count(*) as of, null as value
   from agencies g left join access_heard h on h.agency_id = g.id
   where g.status = 'active' and g.state = 'approved'`,
]
