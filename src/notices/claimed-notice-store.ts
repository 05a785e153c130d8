import type { Db } from '../shared/database.ts'
import type { Language } from '../shared/language.ts'
import type { Decision } from './after-sending.ts'
import type { Channel, NoticeKind } from './notice.ts'
import type { Reader } from './reader.ts'

/** A notice that one worker has in hand, with the citizen it is for, if it is for one. */
export interface ClaimedNotice {
  id: string
  accountId: string | null
  agencyId: string | null
  kind: NoticeKind
  /** What it is about. */
  key: string
  channel: Channel
  quiet: boolean
  /** This one included. */
  attempts: number
  lease: string
  /** Absent too when the account is gone. */
  reader?: Reader
}

export interface Claim {
  now: Date
  lease: string
  leasedUntil: Date
  limit: number
}

/** Leases what is due, oldest first. Counted as an attempt at once, so that one that is cut short counts too. */
export async function claimDue(db: Db, claim: Claim): Promise<ClaimedNotice[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `with due as materialized (
       select id from notices
       where state = 'queued' and due_at <= :now and (leased_until is null or leased_until <= :now)
       order by due_at, queued_at limit :limit for update skip locked
     ), claimed as (
       update notices n set lease = :lease, leased_until = :leasedUntil, attempts = attempts + 1
       from due where n.id = due.id returning n.*
     )
     select claimed.*, a.language as reads, p.unwanted, p.texts
     from claimed
     left join accounts a on a.id = claimed.account_id
     left join notice_preferences p on p.account_id = claimed.account_id`,
    { ...claim },
  )
  return rows.map(toClaimed)
}

/** Writes what became of it, unless another worker has it in hand by now. */
export async function settleNotice(
  db: Db,
  notice: Pick<ClaimedNotice, 'id' | 'lease'>,
  decision: Decision,
  { at, languages }: { at: Date; languages: readonly Language[] },
): Promise<void> {
  const { state } = decision
  const ours = db('notices').where({ id: notice.id, lease: notice.lease })
  // What was cancelled while it was on its way stays so, unless it went out all the same.
  await (state === 'sent' ? ours : ours.where({ state: 'queued' })).update({
    ...{ state, lease: null, leased_until: null, failure: 'failure' in decision ? decision.failure : null },
    ...(state === 'queued' ? { due_at: decision.dueAt } : { settled_at: at }),
    ...(state === 'sent' && { notify_id: decision.notifyId, language: languages.join(' ') }),
  })
}

/** Removes what was settled before a day. @returns how many. */
export async function removeSettled(db: Db, before: Date): Promise<number> {
  return db('notices').where('settled_at', '<', before).delete()
}

interface Row {
  id: string
  account_id: string | null
  agency_id: string | null
  kind: NoticeKind
  key: string
  channel: Channel
  quiet: boolean
  attempts: number
  lease: string
  reads: Language | null
  unwanted: string[] | null
  texts: boolean | null
}

const toClaimed = (row: Row): ClaimedNotice => ({
  id: row.id,
  accountId: row.account_id,
  agencyId: row.agency_id,
  kind: row.kind,
  key: row.key,
  channel: row.channel,
  quiet: row.quiet,
  attempts: row.attempts,
  lease: row.lease,
  ...(row.reads && { reader: { language: row.reads, unwanted: row.unwanted ?? [], texts: row.texts ?? false } }),
})
