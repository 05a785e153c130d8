import type { Db } from '../shared/database.ts'
import { grantKey, type WantedGrant } from './grants-store.ts'

/**
 * Over which stream of its body what was once for another may be told today, by `grantKey` of what is asked: its own
 * while that serves the agreement and is not disabled, else another that does. A body that makes its stream anew has not
 * lost what it was told. Not in the map: what no stream serves any more.
 *
 * @param options.sent it is to be sent there: then over one that may be told of somebody real
 */
export async function standingStreams(
  db: Db,
  wanted: readonly WantedGrant[],
  { sent = false } = {},
): Promise<Map<string, string>> {
  const asked = [...new Map(wanted.map((one) => [grantKey(one), one])).values()]
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select w.subscription_id, w.agreement_id, w.event_type, standing.id
     from unnest(?::uuid[], ?::text[], ?::text[]) as w (subscription_id, agreement_id, event_type)
     cross join lateral (
       select g.subscription_id as id from grants g
       where g.agreement_id = w.agreement_id and g.event_type = w.event_type and (g.proved or not ?)
       order by g.status = 'disabled', g.subscription_id = w.subscription_id desc, g.subscription_id limit 1
     ) standing`,
    [
      asked.map(({ subscriptionId }) => subscriptionId),
      asked.map(({ agreementId }) => agreementId),
      asked.map(({ eventType }) => eventType),
      sent,
    ] as unknown as string[],
  )
  return new Map(
    rows.map((row) => [
      grantKey({ subscriptionId: row.subscription_id, agreementId: row.agreement_id, eventType: row.event_type }),
      row.id,
    ]),
  )
}

interface Row {
  subscription_id: string
  agreement_id: string
  event_type: string
  id: string
}
