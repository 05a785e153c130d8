import type { Db } from '../../shared/database.ts'
import { sendingColumns, toSendingTerms, type SendingRow } from '../../subscriptions/sending-columns.ts'
import type { SendingTerms } from '../../subscriptions/sending-limits.ts'

/** What one stream grants that is pushed to; undefined for another body's and for another kind. In the agency's context. */
export async function lockSending(tx: Db, agencyId: string, id: string) {
  const row = await tx<SendingRow & { id: string; agency_id: string; method: string }>('subscriptions')
    .where({ id, agency_id: agencyId, method: 'push' })
    .forUpdate()
    .first()
  return row && { id, ...toSendingTerms(row) }
}

/** In the agency's context. It counts from the next call. */
export async function setSending(tx: Db, id: string, terms: SendingTerms, now: Date): Promise<void> {
  await tx('subscriptions')
    .where({ id })
    .update({ ...sendingColumns(terms, now), changed_at: now })
}
