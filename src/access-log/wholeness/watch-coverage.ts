import { queueNotice } from '../../notices/queue-notice.ts'
import { inTransaction, type Db } from '../../shared/database.ts'
import { addDays, ukToday } from '../../shared/dates.ts'
import { gapsOf, type Gap } from './gap.ts'
import { keepGaps } from './gap-store.ts'
import { reportingSince } from './reporting-store.ts'

/** In days. What was not put right in that time stays known to operators as closed. */
const LOOKED_AT = 35

/** Works out where the access log may not be whole: for the citizens' pages, for operators, and for the body itself. */
export async function watchCoverage(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const reporting = await reportingSince(tx, addDays(ukToday(now), -LOOKED_AT))
    const fresh = await keepGaps(tx, gapsOf(reporting, now), now)
    for (const gap of fresh) await tell(tx, gap)
  })
}

async function tell(tx: Db, { agencyId, kind, day, otherId }: Gap): Promise<void> {
  const key = ['gap', agencyId, kind, day, otherId].filter(Boolean).join(':').slice(0, 120)
  await queueNotice(tx, { to: { operator: true }, kind: 'access-log-gap', key })
  await queueNotice(tx, { to: { agency: agencyId }, kind: 'access-log-gap', key })
}
