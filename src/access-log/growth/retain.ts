import { v7 as uuidv7 } from 'uuid'
import type { SignerKey } from '../../merkle-log/note-key.ts'
import { signNote } from '../../merkle-log/note.ts'
import { DAY, later } from '../../shared/clock.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { ukToday } from '../../shared/dates.ts'
import { addCertificate, dropMonth, keepMonths, monthsToDrop, type Certificate } from './growth-store.ts'

/** Months ahead: should no worker run for half a year, records still find theirs. */
const AHEAD = 183 * DAY

/** Every night: months to come are made. */
export const makeMonths = (db: Db, now: Date) => keepMonths(db, ukToday(later(now, AHEAD)))

/**
 * Drops months whose longest retention has passed, each in a transaction of its own with the certificate that says so.
 * The public log is left whole: what it holds of them means nothing any more.
 */
export async function dropOldMonths({ db, key }: { db: Db; key: SignerKey }, now: Date): Promise<void> {
  for (const month of await monthsToDrop(db, ukToday(now))) {
    await inTransaction(db, async (tx) => {
      const dropped = await dropMonth(tx, month)
      await addCertificate(tx, certificateOf({ month, ...dropped }, now, key))
    })
  }
}

function certificateOf(
  dropped: { month: string; records: number; keys: number },
  now: Date,
  key: SignerKey,
): Certificate {
  const lines = [
    'tell-us-once/retention/v1',
    key.name,
    `month ${dropped.month}`,
    `records ${dropped.records}`,
    `keys ${dropped.keys}`,
    `deleted ${now.toISOString()}`,
  ]
  return { id: uuidv7(), ...dropped, deletedAt: now, note: signNote(`${lines.join('\n')}\n`, key) }
}
