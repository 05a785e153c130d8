import type { Decision } from '../../agreements/decisions/decision.ts'
import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { AskedTwice } from './asked-twice.ts'

export interface Said {
  /** Keyed hash of who says it, of whom and of what. In the context it is a subject. */
  saidBy: Buffer
  askerId: string
  fact: string
  holderId: string | null
  saidOn: CalendarDate
}

/** Once for each person, body and fact: the first word stands. */
export async function say(tx: Db, { saidBy, askerId, fact, holderId, saidOn }: Said): Promise<void> {
  const row = { said_by: saidBy, asker_id: askerId, fact, holder_id: holderId, said_on: saidOn }
  await tx('asked_twice').insert(row).onConflict('said_by').ignore()
}

/** A place in the list: the last one of the page before. */
export type Place = Pick<AskedTwice, 'askerId' | 'fact' | 'holderId'>

/** What people say of bodies, by body and fact; for anyone. */
export async function listAskedTwice(
  db: Db,
  { after, limit }: { after?: Place | undefined; limit?: number } = {},
): Promise<AskedTwice[]> {
  const where = after ? "(t.asker_id, t.fact, coalesce(t.holder_id, '')) > (?, ?, ?)" : 'true'
  const values = after ? [after.askerId, after.fact, after.holderId ?? ''] : []
  return select(db, `${where} ${ORDER} limit ?`, [...values, limit ?? null])
}

const ORDER = "order by t.asker_id, t.fact, coalesce(t.holder_id, '')"

/** Which body and fact anybody has named so far: what a citizen's own words can be looked for by. */
export async function pairsNamed(db: Db): Promise<{ askerId: string; fact: string }[]> {
  const rows = await db('asked_twice_totals')
    .distinct<{ asker_id: string; fact: string }[]>('asker_id', 'fact')
    .orderBy(['asker_id', 'fact'])
  return rows.map(({ asker_id: askerId, fact }) => ({ askerId, fact }))
}

/** What the hashes of the context stand for, with how many others say so. */
export async function ownAskedTwice(tx: Db): Promise<(AskedTwice & { saidOn: CalendarDate })[]> {
  const rows = await tx('asked_twice').orderBy(['said_on', 'asker_id', 'fact']).select<OwnRow[]>('*')
  if (rows.length === 0) return []
  const askers = [...new Set(rows.map(({ asker_id }) => asker_id))]
  const totals = await select(tx, `t.asker_id = any (?) ${ORDER}`, [askers])
  return rows.flatMap((row) => {
    const total = totals.find(
      (one) => one.askerId === row.asker_id && one.fact === row.fact && one.holderId === row.holder_id,
    )
    return total ? [{ ...total, saidOn: row.said_on }] : []
  })
}

async function select(db: Db, rest: string, values: unknown[]): Promise<AskedTwice[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select t.*, last.act, last.role from asked_twice_totals t
     left join lateral (
       select d.act, d.role from agreement_decisions d where d.agreement_id = t.agreement_id order by d.id desc limit 1
     ) last on true
     where ${rest}`,
    values as string[],
  )
  return rows.map((row) => ({
    ...{ askerId: row.asker_id, fact: row.fact, holderId: row.holder_id, people: row.people },
    ...{ firstOn: row.first_on, lastOn: row.last_on, askedAt: row.asked_at },
    ...{ agreementId: row.agreement_id, last: row.act && row.role && { act: row.act, role: row.role } },
  }))
}

interface OwnRow {
  asker_id: string
  fact: string
  holder_id: string | null
  said_on: CalendarDate
}

interface Row {
  asker_id: string
  fact: string
  holder_id: string | null
  people: number
  first_on: CalendarDate
  last_on: CalendarDate
  agreement_id: string | null
  asked_at: Date | null
  act: Decision['act'] | null
  role: Decision['role'] | null
}
