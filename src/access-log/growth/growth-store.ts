import type { Db } from '../../shared/database.ts'
import type { CalendarDate } from '../../shared/dates.ts'

/** What was deleted when its time was over. */
export interface Certificate {
  id: string
  /** `2019-11` */
  month: string
  records: number
  /** Of people of whom nothing else was left. */
  keys: number
  deletedAt: Date
  /** Signed by the key of the public log. */
  note: string
}

/** Makes the months until then that are not there yet, so that each record has one to stand in. */
export async function keepMonths(db: Db, until: CalendarDate): Promise<void> {
  await db.raw('call keep_months(?)', [until])
}

/** Months of which no record is to be kept any longer, the earliest first. */
export async function monthsToDrop(db: Db, today: CalendarDate): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { month: string }[] }>('select month from months_to_drop(?)', [today])
  return rows.map(({ month }) => month)
}

export async function dropMonth(tx: Db, month: string): Promise<{ records: number; keys: number }> {
  const { rows } = await tx.raw<{ rows: { records: number; keys: number }[] }>('select * from drop_month(?)', [month])
  return rows[0] ?? { records: 0, keys: 0 }
}

export async function addCertificate(
  tx: Db,
  { id, month, records, keys, deletedAt, note }: Certificate,
): Promise<void> {
  await tx('retention_certificates').insert({ id, month, records, keys, deleted_at: deletedAt, note })
}

/** The newest first. */
export async function listCertificates(db: Db): Promise<Certificate[]> {
  const rows = await db<Row>('retention_certificates').orderBy([{ column: 'deleted_at', order: 'desc' }, 'month'])
  return rows.map(({ deleted_at, ...row }) => ({ ...row, deletedAt: deleted_at }))
}

type Row = Omit<Certificate, 'deletedAt'> & { deleted_at: Date }
