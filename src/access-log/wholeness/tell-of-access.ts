import { queueNotice } from '../../notices/queue-notice.ts'
import type { Digest } from '../../notices/preference-store.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday, type CalendarDate } from '../../shared/dates.ts'
import { ukInstant } from '../../shared/uk-time.ts'
import { accountsWithNews, takeToTell } from './tell-store.ts'

const AT_A_TIME = 2000

/**
 * Writes to citizens about records that they may want to hear of at once: one e-mail for all that came since the last
 * look. Whoever has told us that somebody may be at risk is not written to: an e-mail may be read by others.
 */
export async function tellOfAccess(db: Db): Promise<void> {
  for (;;) {
    const taken = await inTransaction(db, async (tx) => {
      const { taken, told } = await takeToTell(tx, AT_A_TIME)
      for (const { accountId, recordId } of told) {
        await queueNotice(tx, { to: { account: accountId }, kind: 'access-alert', key: `access:${recordId}` })
      }
      return taken
    })
    if (taken < AT_A_TIME) return
  }
}

export const sendWeeklySummaries = (db: Db, now: Date) => sendSummaries(db, 'weekly', addDays(ukToday(now), -7), now)

export const sendMonthlySummaries = (db: Db, now: Date) =>
  sendSummaries(db, 'monthly', `${addDays(`${ukToday(now).slice(0, 7)}-01`, -1).slice(0, 7)}-01`, now)

/** One to each citizen who wants it and in whose log something is new; sent twice, it is the same. */
async function sendSummaries(db: Db, often: Exclude<Digest, 'off'>, from: CalendarDate, now: Date): Promise<void> {
  const key = `${often}:${ukToday(now)}`
  const accounts = await accountsWithNews(db, often, ukInstant({ date: from, time: '00:00' }))
  for (const account of accounts) await queueNotice(db, { to: { account }, kind: 'access-digest', key })
}
