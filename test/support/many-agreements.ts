import type { Db } from '../../src/shared/database.ts'

/** Kinds of things that agreements are about, one of them each: a word to search for that a fiftieth of them have. */
const WORDS = 50

/**
 * So many agreements of a hundred bodies, by SQL. One in ten is over; of the others each has its review on a day of the
 * two years that begin a month before `today`.
 */
export async function manyAgreements(owner: Db, count: number, today: string): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.raw(
      `insert into agencies (id, name, cluster, kind, contact, scopes, changed_at)
       select 'body-' || n, jsonb_build_object('en', 'Borough ' || n || ' Council', 'cy', 'Cyngor Bwrdeistref ' || n),
         (array['crime-and-justice', 'health-and-social-care', 'human-services'])[1 + n % 3], 'council', '{}', '{}', now()
       from generate_series(1, 100) as n`,
    )
    await tx.raw(
      `insert into agreement_versions (agreement_id, version, purpose, effect, legal_basis, power, power_name, choice,
         matching, usual_days, review_on, agreed_at)
       select 'many-' || n, 1,
         jsonb_build_object('en', 'Keep file ' || n || ' right for topic' || n % :words,
           'cy', 'Cadw ffeil ' || n || ' yn gywir am bwnc' || n % :words),
         jsonb_build_object('en', 'It will update its records.'), '6(1)(e)',
         'https://www.legislation.gov.uk/ukpga/' || 1950 + n % 70 || '/' || n % 90,
         jsonb_build_object('en', 'Act number ' || n % 70), 'required', '{names}', 28,
         cast(:today as date) - 30 + n % 730, now()
       from generate_series(1, cast(:count as int)) as n`,
      { count, today, words: WORDS },
    )
    await tx.raw(
      `insert into agreement_events (agreement_id, version, event_type, fields)
       select 'many-' || n, 1, (array['change-of-address', 'birth', 'death', 'work'])[1 + n % 4], '{names}'
       from generate_series(1, cast(? as int)) as n`,
      [count],
    )
    await tx.raw(
      `insert into agreements (id, agency_id, version, state, changed_at)
       select 'many-' || n, 'body-' || 1 + n % 100, 1, case when n % 10 = 0 then 'ended' else 'live' end, now()
       from generate_series(1, cast(? as int)) as n`,
      [count],
    )
  })
  await owner.raw('analyze agencies, agreements, agreement_versions, agreement_events, register_entries')
}
