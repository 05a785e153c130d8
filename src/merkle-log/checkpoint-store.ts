import type { Knex } from 'knex'
import type { Db } from '../shared/database.ts'
import type { Head } from './check-proof.ts'

export interface StoredCheckpoint extends Head {
  /** Signed. */
  note: string
  signedAt: Date
}

/** One at a time adds to a log; the next one waits until the transaction ends. */
export async function lockLog(tx: Knex.Transaction, origin: string): Promise<void> {
  await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`log ${origin}`])
}

/** The same, for whoever has nothing to do while another adds. @returns whether it is ours. */
export async function tryLockLog(tx: Knex.Transaction, origin: string): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: { locked: boolean }[] }>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked',
    [`log ${origin}`],
  )
  return rows[0]?.locked === true
}

/** The largest, or the largest up to a size; undefined when the log is not begun. */
export async function latestCheckpoint(db: Db, origin: string, upTo?: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await db.raw<{ rows: CheckpointRow[] }>(
    `select size, root, note, signed_at from log_checkpoints where origin = ? and size <= ? order by size desc limit 1`,
    [origin, upTo ?? Number.MAX_SAFE_INTEGER],
  )
  return rows.map(toCheckpoint)[0]
}

/** Who is asked to cosign, and until when they are waited for. */
export interface Waiting {
  /** By name. */
  witnesses: readonly string[]
  /** What was signed by then is published with the cosignatures that there are. */
  until: Date
}

/** The newest that all witnesses have cosigned, or that was signed long enough ago. */
export async function newestPublished(
  db: Db,
  origin: string,
  { witnesses, until }: Waiting,
): Promise<StoredCheckpoint | undefined> {
  const { rows } = await db.raw<{ rows: CheckpointRow[] }>(
    `select size, root, note, signed_at from log_checkpoints c
     where origin = :origin and (signed_at <= :until or (select count(*) from log_cosignatures s
       where s.origin = c.origin and s.size = c.size and s.witness = any(:witnesses)) = :all)
     order by size desc limit 1`,
    { origin, until, witnesses: [...witnesses], all: witnesses.length },
  )
  return rows.map(toCheckpoint)[0]
}

/** The largest checkpoint of the log that each witness has cosigned. */
export async function cosignedSizes(db: Db, origin: string): Promise<Map<string, { size: number; at: Date }>> {
  const { rows } = await db.raw<{ rows: { witness: string; size: string; cosigned_at: Date }[] }>(
    `select distinct on (witness) witness, size, cosigned_at from log_cosignatures
     where origin = ? order by witness, size desc`,
    [origin],
  )
  return new Map(rows.map(({ witness, size, cosigned_at: at }) => [witness, { size: Number(size), at }]))
}

export async function addCheckpoint(tx: Knex.Transaction, origin: string, checkpoint: StoredCheckpoint): Promise<void> {
  const { size, root, note, signedAt } = checkpoint
  await tx('log_checkpoints').insert({ origin, size, root, note, signed_at: signedAt })
}

export async function addCosignature(
  db: Db,
  origin: string,
  { size, witness, line, at }: { size: number; witness: string; line: string; at: Date },
): Promise<void> {
  await db('log_cosignatures')
    .insert({ origin, size, witness, line, cosigned_at: at })
    .onConflict(['origin', 'size', 'witness'])
    .ignore()
}

/** The signature lines of witnesses below a checkpoint, in one order always. */
export async function cosignatureLines(db: Db, origin: string, size: number): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { line: string }[] }>(
    'select line from log_cosignatures where origin = ? and size = ? order by witness',
    [origin, size],
  )
  return rows.map(({ line }) => line)
}

interface CheckpointRow {
  size: string
  root: Buffer
  note: string
  signed_at: Date
}

const toCheckpoint = ({ size, root, note, signed_at: signedAt }: CheckpointRow): StoredCheckpoint => ({
  size: Number(size),
  root,
  note,
  signedAt,
})
