/**
 * Requests to share, by what was decided and when. Each is counted for the body that asks; a review of an agreement that
 * is there is no request. Between `:from` and `:to`,
 * times; rows as a measure has them.
 */
export const REQUESTS = [
  `select stage.figure, '' as part, coalesce(p.agency_id, '') as "agencyId", count(distinct p.id) as n, null as of, null as value
   from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
   join (values ('requested', 'requests-made'), ('relied', 'requests-made'), ('in-force', 'requests-delivered'), ('declined', 'requests-declined'))
     as stage (act, figure) on stage.act = d.act
   where d.at >= :from and d.at < :to
   group by grouping sets ((stage.figure, p.agency_id), (stage.figure))`,

  `select 'declined-why' as figure, d.category as part, '' as "agencyId", count(*) as n, null as of, null as value
   from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
   where d.act = 'declined' and d.category is not null and d.at >= :from and d.at < :to
   group by d.category`,

  // Open now, or closed since: a month that is made late has the backlog that it had.
  `select 'requests-backlog' as figure, '' as part, coalesce(open.agency_id, '') as "agencyId", count(*) as n, null as of, null as value
   from (
     select id, agency_id from grant_proposals
     where state in ('proposed', 'considered', 'approved') and proposed_at < :to and review is null
     union
     select p.id, p.agency_id from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
     where d.at >= :to and d.act in ('in-force', 'declined', 'withdrawn') and p.proposed_at < :to
   ) open
   group by grouping sets ((open.agency_id), ())`,

  `with decided as (
     select p.agency_id, p.proposed_at, p.considered_at, first.at as decided_at
     from (
       select distinct proposal_id as id from agreement_decisions
       where at >= :from and at < :to and act in (DECIDING)
     ) these
     join grant_proposals p on p.id = these.id and p.review is null
     cross join lateral (
       select min(d.at) as at from agreement_decisions d where d.proposal_id = p.id and d.act in (DECIDING)
     ) first
     where first.at >= :from and first.at < :to
   ), step as (
     select agency_id, 'whole' as step, decided_at - proposed_at as took from decided
     union all
     select agency_id, 'decided', decided_at - considered_at from decided where considered_at is not null
     union all
     select p.agency_id, 'considered', min(d.at) - p.proposed_at
     from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
     where d.act = 'considered' and d.at >= :from and d.at < :to
     group by p.id, p.agency_id, p.proposed_at
   ), days as (
     select agency_id, step, greatest(0, extract(epoch from took) / 86400)::float8 as days from step
   )
   select 'days-to-decide' as figure, concat(step, '-', which.part) as part, coalesce(agency_id, '') as "agencyId",
     count(*) as n, null as of, percentile_cont(which.fraction) within group (order by days) as value
   from days cross join (values ('median', 0.5::float8), ('p90', 0.9::float8)) as which (part, fraction)
   group by grouping sets ((step, which.part, which.fraction, agency_id), (step, which.part, which.fraction))`,

  `select road.figure, '' as part, '' as "agencyId", count(*) filter (where fresh.road = road.road) as n, count(*) as of, null as value
   from (
     select distinct p.id, p.road from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
     where d.act = 'in-force' and d.at >= :from and d.at < :to and p.base_version is null
   ) fresh cross join (values ('reliance', 'reliance-share'), ('cluster', 'cluster-share')) as road (road, figure)
   group by road.figure`,

  `select form.figure, '' as part, coalesce(delivered.agency_id, '') as "agencyId", count(*) as n, null as of,
     avg(case form.figure when 'paperwork-questions' then delivered.questions else delivered.minutes end)::float8 as value
   from (
     select distinct p.id, p.agency_id, p.questions, p.minutes
     from agreement_decisions d join grant_proposals p on p.id = d.proposal_id and p.review is null
     where d.act = 'in-force' and d.at >= :from and d.at < :to
   ) delivered cross join (values ('paperwork-questions'), ('paperwork-minutes')) as form (figure)
   group by grouping sets ((form.figure, delivered.agency_id), (form.figure))`,
].map((statement) => statement.replaceAll('DECIDING', `'approved', 'declined', 'presumed', 'relied'`))
