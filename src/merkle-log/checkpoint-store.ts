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

/** The largest, or the largest up to a size; undefined when the log is not begun. */
export async function latestCheckpoint(db: Db, origin: string, upTo?: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await db.raw<{ rows: CheckpointRow[] }>(
    `select size, root, note, signed_at from log_checkpoints where origin = ? and size <= ? order by size desc limit 1`,
    [origin, upTo ?? Number.MAX_SAFE_INTEGER],
  )
  return rows.map(toCheckpoint)[0]
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
