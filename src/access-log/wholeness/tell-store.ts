import { ask, type Db } from '../../shared/database.ts'
import type { Digest } from '../../notices/preference-store.ts'
import { OUR_CONTROLLER } from '../access-record.ts'

// A person's safety goes before what they may want to know: of a report or a draft that says so.
const NOT_AT_RISK = `not exists (select from reports r where r.account_id = a.id and r.safety)
  and not exists (select from drafts d where d.account_id = a.id and d.safety)`

/**
 * Takes some of what came lately, with whom to tell: once each, the first record that is reason enough. A body is new to
 * a citizen when nothing of it, and nothing that we told it, stood in their log before.
 */
export async function takeToTell(tx: Db, atMost: number) {
  const rows = await ask<{ taken: number; told: { accountId: string; recordId: string }[] }>(tx, {
    name: 'take access records to tell of',
    text: `
      with taken as (
        delete from access_to_tell where id in (
          select id from access_to_tell order by id limit $1)
        returning *
      ), told as (
        select distinct on (a.id) a.id as account, t.record_id from taken t
        join accounts a on a.id = coalesce(
          (select account_id from subjects s where s.ref = t.subject_ref),
          (select id from accounts own where own.subject_ref = t.subject_ref))
        where ${NOT_AT_RISK} and (cardinality(t.reasons) > 0 or not exists (
          select from access_records r
          where r.subject_ref = t.subject_ref and r.body_id = t.body_id and r.registered_at < t.registered_at))
        order by a.id, t.id
      )
      select (select count(*) from taken)::int as taken, coalesce((select jsonb_agg(
        jsonb_build_object('accountId', account, 'recordId', record_id)) from told), '[]') as told`,
    values: [atMost],
  })
  return rows[0] ?? { taken: 0, told: [] }
}

/**
 * Accounts in whose log a body has put something since then, or we a look of our own: what we told bodies, their citizens
 * know. By each person's own stretch of the index.
 */
export async function accountsWithNews(db: Db, often: Digest, since: Date): Promise<string[]> {
  const rows = await ask<{ id: string }>(db, {
    name: 'accounts with news in their access log',
    text: `
      select a.id from accounts a left join notice_preferences p on p.account_id = a.id
      where coalesce(p.digest, 'weekly') = $1 and ${NOT_AT_RISK} and exists (
        select from access_records r
        where r.subject_ref in (select a.subject_ref union select ref from subjects s where s.account_id = a.id)
          and r.registered_at >= $2 and (r.controller_id <> $3 or r.body_id = $3))`,
    values: [often, since.toISOString(), OUR_CONTROLLER],
  })
  return rows.map(({ id }) => id)
}
