import type { Knex } from 'knex'

/**
 * Anybody may raise a concern about an agreement. Enough of them, or one of an advocate, open a mediation, which the
 * worker does; both sides make statements, and the regulator says what came of it. A finding asks the body to improve
 * by a date, and only after that date can it end the agreement: by a function that looks at who asks, and when.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Whether the context is that of a body whose kind gives it a role of its own here.
    create function context_is_kind(wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from agencies
        where id = context_agency() and kind = wanted and state = 'approved' and status = 'active') $$;
    revoke all on function context_is_kind from public;
    grant execute on function context_is_kind to tell_us_once_web;

    create table agreement_concerns (
      id uuid primary key,
      agreement_id text not null references agreements (id),
      category text not null check (category in ('too-much', 'purpose', 'law', 'wrong', 'harm', 'other')),
      words bytea,
      raiser bytea not null,
      agency_id text references agencies (id),
      raised_at timestamptz not null,
      weighed_at timestamptz
    );
    comment on column agreement_concerns.words is 'sealed; for the mediator and the operators, and for a year';
    comment on column agreement_concerns.raiser is 'keyed hash of an account, or of a session where nobody had signed in';
    comment on column agreement_concerns.agency_id is 'the advocate whose concern it is; null: one of the public';
    comment on column agreement_concerns.weighed_at is 'when it was looked at whether a mediation opens';
    create index agreement_concerns_of_agreement on agreement_concerns (agreement_id, raised_at);
    create index agreement_concerns_to_weigh on agreement_concerns (agreement_id) where weighed_at is null;
    create index agreement_concerns_to_forget on agreement_concerns (raised_at) where words is not null;
    call protect('agreement_concerns');
    create policy web_raises on agreement_concerns for insert to tell_us_once_web
      with check (weighed_at is null
        and (agency_id is null or (agency_id = (select context_agency()) and (select context_is_kind('advocate')))));
    create policy web_reads_as_operator on agreement_concerns for select to tell_us_once_web
      using ((select context_operator()));
    create policy web_reads_as_regulator on agreement_concerns for select to tell_us_once_web
      using ((select context_is_kind('regulator')));
    grant select, insert on agreement_concerns to tell_us_once_web;
    grant select, update (weighed_at, words) on agreement_concerns to tell_us_once_worker;

    -- How many people said what: for anybody, and nothing of who they are.
    create function concern_counts(agreement text)
    returns table (category text, people bigint, last_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
      select c.category, count(distinct c.raiser), max(c.raised_at) from agreement_concerns c
      where c.agreement_id = agreement and c.agency_id is null group by c.category order by 2 desc, 1 $$;
    revoke all on function concern_counts from public;
    grant execute on function concern_counts to tell_us_once_web, tell_us_once_worker;

    create table agreement_mediations (
      id uuid primary key,
      agreement_id text not null references agreements (id),
      agency_id text not null references agencies (id),
      opened_by text not null check (opened_by in ('public', 'advocate')),
      advocate_id text references agencies (id),
      people integer not null,
      opened_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      mediator_id text references agencies (id),
      outcome text check (outcome in ('no-change', 'agreed', 'finding')),
      outcome_words jsonb,
      closed_at timestamptz,
      check ((state = 'closed') = (outcome is not null and closed_at is not null and mediator_id is not null))
    );
    comment on column agreement_mediations.agency_id is 'the body that is told under the agreement';
    comment on column agreement_mediations.people is 'how many of the public had raised a concern when it opened';
    create unique index agreement_mediations_one_at_a_time on agreement_mediations (agreement_id) where state = 'open';
    create index agreement_mediations_of_agreement on agreement_mediations (agreement_id, opened_at desc);
    create index agreement_mediations_of_agency on agreement_mediations (agency_id, id desc);
    call protect('agreement_mediations');
    create policy web_reads on agreement_mediations for select to tell_us_once_web using (true);
    grant select on agreement_mediations to tell_us_once_web;
    grant select, insert on agreement_mediations to tell_us_once_worker;

    create table mediation_statements (
      id uuid primary key,
      mediation_id uuid not null references agreement_mediations (id),
      side text not null check (side in ('body', 'concerned')),
      agency_id text references agencies (id),
      words jsonb not null,
      at timestamptz not null
    );
    comment on column mediation_statements.agency_id is 'null: an operator, for people who raised concerns';
    create index mediation_statements_of_mediation on mediation_statements (mediation_id, at, id);
    call append_only('mediation_statements');
    call protect('mediation_statements');
    create policy web_reads on mediation_statements for select to tell_us_once_web using (true);
    create policy web_speaks on mediation_statements for insert to tell_us_once_web
      with check (exists (
        select from agreement_mediations m where m.id = mediation_id and m.state = 'open'
          and ((side = 'body' and mediation_statements.agency_id = m.agency_id
                and m.agency_id = (select context_agency()))
            or (side = 'concerned' and mediation_statements.agency_id = (select context_agency())
                and (select context_is_kind('advocate')))
            or (side = 'concerned' and mediation_statements.agency_id is null and (select context_operator())))));
    grant select, insert on mediation_statements to tell_us_once_web;
    grant select on mediation_statements to tell_us_once_worker;

    create table agreement_findings (
      id uuid primary key default gen_random_uuid(),
      mediation_id uuid not null unique references agreement_mediations (id),
      agreement_id text not null references agreements (id),
      agency_id text not null references agencies (id),
      found_by text not null references agencies (id),
      words jsonb not null,
      improve_by date not null,
      found_at timestamptz not null,
      state text not null default 'open' check (state in ('open', 'answered', 'improved', 'ended')),
      improvement jsonb,
      answered_at timestamptz,
      settled_words jsonb,
      settled_at timestamptz,
      check ((state in ('improved', 'ended')) = (settled_at is not null))
    );
    comment on table agreement_findings is 'what a regulator found, and by when the body has to improve';
    comment on column agreement_findings.improvement is 'what the body says it improved';
    create index agreement_findings_of_agreement on agreement_findings (agreement_id);
    create index agreement_findings_open on agreement_findings (improve_by) where state in ('open', 'answered');
    call protect('agreement_findings');
    create policy web_reads on agreement_findings for select to tell_us_once_web using (true);
    grant select on agreement_findings to tell_us_once_web, tell_us_once_worker;

    -- A mediation ends with what its regulator says of it; a finding gives the body a fortnight at least, a year at most.
    create function close_mediation(mediation uuid, result text, said jsonb, improve date, at timestamptz)
    returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare closed agreement_mediations; today date := (at at time zone 'Europe/London')::date;
    begin
      if not context_is_kind('regulator') then
        raise exception 'only a regulator may close a mediation' using errcode = 'insufficient_privilege';
      end if;
      if result = 'finding' and (improve is null or improve < today + 14 or improve > today + 366) then
        raise exception 'a finding leaves time to improve' using errcode = 'check_violation';
      end if;
      update agreement_mediations m set state = 'closed', outcome = result, outcome_words = said, closed_at = at,
        mediator_id = context_agency()
      where m.id = mediation and m.state = 'open' returning * into closed;
      if closed.id is null then return false; end if;
      if result = 'finding' then
        insert into agreement_findings (mediation_id, agreement_id, agency_id, found_by, words, improve_by, found_at)
        values (closed.id, closed.agreement_id, closed.agency_id, context_agency(), said, improve, at);
      end if;
      insert into notices (agency_id, kind, channel, key, quiet, due_at)
      values (closed.agency_id, 'mediation-decided', 'email', closed.id::text, false, '-infinity')
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
      return true;
    end $$;

    -- The body says what it improved, as often as it has something to say; the regulator hears of it.
    create function answer_finding(finding uuid, said jsonb, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare answered agreement_findings;
    begin
      update agreement_findings f set state = 'answered', improvement = said, answered_at = at
      where f.id = finding and f.agency_id = context_agency() and f.state in ('open', 'answered')
      returning * into answered;
      if answered.id is null then return false; end if;
      insert into notices (agency_id, kind, channel, key, quiet, due_at)
      values (answered.found_by, 'improvement-answered', 'email', answered.id::text, false, '-infinity')
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
      return true;
    end $$;

    -- Improved: what the body said was enough. Ended: only once the day by which it had to improve is over.
    create function settle_finding(finding uuid, result text, said jsonb, at timestamptz) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare settled agreement_findings;
    begin
      if not context_is_kind('regulator') then
        raise exception 'only a regulator may settle a finding' using errcode = 'insufficient_privilege';
      end if;
      update agreement_findings f set state = result, settled_words = said, settled_at = at
      where f.id = finding and f.found_by = context_agency() and (
        (result = 'improved' and f.state = 'answered')
        or (result = 'ended' and f.state in ('open', 'answered')
            and f.improve_by < (at at time zone 'Europe/London')::date))
      returning * into settled;
      if settled.id is null then return false; end if;
      if result = 'ended' then
        update agreements set state = 'ended', changed_at = at where id = settled.agreement_id and state <> 'ended';
      end if;
      insert into notices (agency_id, kind, channel, key, quiet, due_at)
      values (settled.agency_id, 'mediation-decided', 'email', settled.id::text, false, '-infinity')
      on conflict (account_id, agency_id, kind, key, channel) do nothing;
      return true;
    end $$;
    revoke all on function close_mediation, answer_finding, settle_finding from public;
    grant execute on function close_mediation, answer_finding, settle_finding to tell_us_once_web;

    -- Nobody decides in a role that is not theirs.
    create policy web_decides_in_its_role on agreement_decisions as restrictive for insert to tell_us_once_web
      with check ((role <> 'regulator' or (select context_is_kind('regulator')))
        and (role <> 'advocate' or (select context_is_kind('advocate'))));
  `)
}
