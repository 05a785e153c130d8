/**
 * How the service does by what every service of government publishes. Between `:from` and `:to`, which begin the days
 * `:first` and `:next`; rows as a measure has them.
 */
export const SERVICE = [
  `select 'completion' as figure, coalesce(event_type, '') as part, '' as "agencyId", coalesce(sum(sent), 0) as n,
     coalesce(sum(begun), 0) as of, null as value
   from (
     select event_type, 1 as sent, 0 as begun from reports where submitted_at >= :from and submitted_at < :to
     union all
     select event_type, 0, 1 from drafts_begun where day >= :first and day < :next
   ) steps
   group by grouping sets ((event_type), ())`,

  `select 'satisfaction' as figure, '' as part, '' as "agencyId", coalesce(sum(answers) filter (where score >= 4), 0) as n,
     coalesce(sum(answers), 0) as of, null as value
   from satisfaction_answers where day >= :first and day < :next`,

  // As it was said last: what a transaction cost is known later than how many there were.
  `select distinct on (figure, agency_id) figure, '' as part, agency_id as "agencyId", 0 as n, null as of, value
   from given_figures where month <= :first
   order by figure, agency_id, month desc, given_at desc`,
]
