import type { Knex } from 'knex'

/**
 * What an agreement is for, whom it rests on and what became of it. A version carries the account of itself that is
 * published: team, benefits, risks, harms of not sharing, safeguards. An agreement may rely on another one, and lapses
 * when nobody reviews it. A request goes by one of five roads, through steps that have clocks; every decision stays for
 * good, with the role that took it and never with a name.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table agreement_versions
      add column account jsonb,
      add column holder_id text references agencies (id),
      add column starts_on date,
      add column trial text check (trial in ('prevention', 'prototype'));
    comment on column agreement_versions.account is 'the published account: team, parties, benefits, risks, harms of withholding, safeguards, sanctions, retention, notice';
    comment on column agreement_versions.holder_id is 'the body that holds what is shared; null: what citizens report here';

    alter table agreements drop constraint agreements_state_check;
    alter table agreements
      add column relies_on text references agreements (id),
      add constraint agreements_state_check check (state in ('live', 'lapsed', 'ended'));
    create index agreements_by_what_they_rely_on on agreements (relies_on) where relies_on is not null;

    create table agreement_decisions (
      id bigint generated always as identity primary key,
      agreement_id text not null,
      version integer,
      proposal_id uuid,
      act text not null check (act in ('requested', 'withdrawn', 'considered', 'escalated', 'objected', 'approved',
        'declined', 'presumed', 'relied', 'in-force', 'reviewed', 'renewed', 'lapsed', 'ended', 'concern', 'mediation',
        'finding', 'improved')),
      role text not null check (role in ('body', 'holder', 'cluster', 'operator', 'regulator', 'advocate', 'public',
        'service')),
      agency_id text references agencies (id),
      category text,
      words jsonb,
      at timestamptz not null
    );
    comment on table agreement_decisions is 'published: who, by role and body and never by name, did what about an agreement, when and why';
    comment on column agreement_decisions.version is 'null: before there is one';
    comment on column agreement_decisions.agency_id is 'in whose name; null: the operator, the public, or this service by its clock';
    create index agreement_decisions_of_agreement on agreement_decisions (agreement_id, id desc);
    create index agreement_decisions_of_proposal on agreement_decisions (proposal_id, id) where proposal_id is not null;
    call append_only('agreement_decisions');
    call protect('agreement_decisions');
    create policy web_reads on agreement_decisions for select to tell_us_once_web using (true);
    create policy web_decides on agreement_decisions for insert to tell_us_once_web
      with check ((select context_operator()) or agency_id = (select context_agency()));
    grant select on agreement_decisions to tell_us_once_web, tell_us_once_auditor;
    grant insert on agreement_decisions to tell_us_once_web;
    grant select, insert on agreement_decisions to tell_us_once_worker;

    alter table grant_proposals drop constraint grant_proposals_state_check;
    alter table grant_proposals drop constraint grant_proposals_way_check;
    alter table grant_proposals
      add column road text not null default 'full' check (road in ('full', 'reliance', 'cluster', 'ask-once', 'trial')),
      add column holder_id text references agencies (id),
      add column considered_at timestamptz,
      add column considered_by uuid references staff_members (id),
      add column escalated_at timestamptz,
      add column category text,
      add column withholding text,
      add column questions integer not null default 0,
      add column minutes integer,
      add constraint grant_proposals_state_check check (state in ('draft', 'proposed', 'considered', 'approved',
        'declined', 'withdrawn', 'in-force', 'overtaken')),
      add constraint grant_proposals_way_check check (way in ('operator', 'cluster', 'presumed', 'relied', 'holder'));
    comment on column grant_proposals.holder_id is 'the body that holds what is asked for, which decides; null: what citizens report here';
    comment on column grant_proposals.category is 'why it was declined';
    comment on column grant_proposals.withholding is 'what whoever declined says of the harm of withholding';
    comment on column grant_proposals.questions is 'how many questions its form asked';
    comment on column grant_proposals.minutes is 'how long the paperwork took, as the body says';
    drop index grant_proposals_one_at_a_time;
    create unique index grant_proposals_one_at_a_time on grant_proposals (agreement_id)
      where state in ('draft', 'proposed', 'considered', 'approved');
    drop index grant_proposals_open;
    create index grant_proposals_open on grant_proposals (state) where state in ('proposed', 'considered', 'approved');

    alter table grant_approvals drop constraint grant_approvals_way_check;
    alter table grant_approvals
      add constraint grant_approvals_way_check check (way in ('operator', 'cluster', 'presumed', 'relied', 'holder', 'file'));
  `)
}
