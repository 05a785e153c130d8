import type { Db } from '../shared/database.ts'

interface Known {
  name: string
  firstDue: Date
  /** The latest time at which it can be due, should it come round more often than it used to. */
  latest: Date
}

/** Makes the timers known, once for all workers. One that is known keeps its time. */
export async function rememberTimers(db: Db, timers: readonly Known[]): Promise<void> {
  for (const { name, firstDue, latest } of timers) {
    await db.raw(
      `insert into timers (name, due_at) values (:name, :firstDue)
       on conflict (name) do update set due_at = :latest where timers.due_at > :latest`,
      { name, firstDue, latest },
    )
  }
}

export interface TimerClaim {
  names: readonly string[]
  now: Date
  lease: string
  leasedUntil: Date
}

/** Leases one that is due, if there is one, for this worker alone. @returns its name. */
export async function claimTimer(db: Db, claim: TimerClaim): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `with due as materialized (
       select name from timers
       where name = any(cast(:names as text[])) and due_at <= :now and (leased_until is null or leased_until <= :now)
       order by due_at limit 1 for update skip locked
     )
     update timers t set lease = :lease, leased_until = :leasedUntil from due where t.name = due.name
     returning t.name`,
    { ...claim, names: [...claim.names] },
  )
  return rows[0]?.name
}

/** Sets it for the next time, unless another worker has taken it over. */
export async function settleTimer(
  db: Db,
  { name, lease, dueAt, doneAt }: { name: string; lease: string; dueAt: Date; doneAt?: Date | undefined },
): Promise<void> {
  await db('timers')
    .where({ name, lease })
    .update({ due_at: dueAt, lease: null, leased_until: null, ...(doneAt && { last_done_at: doneAt }) })
}
