import { recordDisclosures } from '../access-log/record.ts'
import { fieldsShown } from './fields-shown.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { currentGrants, grantKey, type Grant } from '../subscriptions/grants-store.ts'
import { minimise } from '../subscriptions/minimise.ts'
import { headerPlace } from '../subscriptions/subscription.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { openDataKeys, type DataKey } from '../vault/data-key-store.ts'
import { open } from '../vault/sealing.ts'
import { openSetting, type Vault } from '../vault/vault.ts'
import type { Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { disclosureOf } from './disclosure.ts'
import { mayBeSent } from './may-be-sent.ts'
import { toldReports, type ToldReport } from './told-report-store.ts'

/** Ready to be signed and sent: its disclosure is on record. */
export interface Sendable {
  delivery: ClaimedDelivery
  grant: Grant
  report: ToldReport
  /** All that the body may be told, and nothing else. */
  facts: Facts
  url: string
  authorization: string | undefined
}

export type Prepared =
  | { kind: 'send'; sendable: Sendable }
  | { kind: 'hold'; delivery: ClaimedDelivery }
  | { kind: 'settle'; settlement: Settlement }

export interface PrepareParts {
  db: Db
  vault: Vault
  baseUrl: string
}

/**
 * Makes a claimed batch ready, in a query each for the whole of it: asks again what is granted at this moment, opens
 * what was reported, builds from it what each body may be told, and puts the disclosures on record. Without the record
 * it throws, and nothing can be sent.
 */
export async function prepare(
  parts: PrepareParts,
  claimed: readonly ClaimedDelivery[],
  now: Date,
): Promise<Prepared[]> {
  const { db, vault, baseUrl } = parts
  const [grants, reports] = await Promise.all([
    currentGrants(db, claimed, ukToday(now)),
    toldReports(
      db,
      claimed.map(({ reportId }) => reportId),
    ),
  ])
  const keys = await openDataKeys(
    db,
    vault,
    [...reports.values()].map(({ dataKeyId }) => dataKeyId),
  )
  const shown = await fieldsShown(db, claimed, grants)
  const prepared = claimed.map((delivery) => {
    const grant = grants.get(grantKey(delivery))
    return judge({ delivery, grant, report: reports.get(delivery.reportId), keys, shown, vault, now })
  })
  await record(db, prepared, baseUrl, now)
  return prepared
}

interface Judged {
  delivery: ClaimedDelivery
  grant: Grant | undefined
  report: ToldReport | undefined
  keys: Map<string, DataKey>
  shown: (delivery: ClaimedDelivery) => ReadonlySet<string> | undefined
  vault: Vault
  now: Date
}

function judge({ delivery, grant, report, keys, shown, vault, now }: Judged): Prepared {
  const verdict = mayBeSent(grant)
  const key = report && keys.get(report.dataKeyId)
  if (verdict === 'hold') return { kind: 'hold', delivery }
  // Without its key what was reported is erased: there is nothing left that may be told.
  if (verdict === 'refuse' || !grant || !report || !key) {
    return { kind: 'settle', settlement: { delivery, decision: { state: 'not-allowed' }, at: now } }
  }
  const whole = open<Facts>(key.key, report.facts, { table: 'reports', column: 'facts', row: report.id })
  const seen = shown(delivery)
  const fields = seen ? grant.fields.filter((field) => seen.has(field)) : grant.fields
  const { endpointUrl, authorizationHeader, id } = grant.subscription
  const authorization = authorizationHeader && openSetting<string>(vault, authorizationHeader, headerPlace(id))
  const sendable = { delivery, grant, report, facts: minimise(whole, fields), url: endpointUrl ?? '' }
  return { kind: 'send', sendable: { ...sendable, authorization: authorization ?? undefined } }
}

/** Before every attempt, whatever came of earlier ones: what is on record already stays as it is. */
async function record(db: Db, prepared: readonly Prepared[], baseUrl: string, now: Date): Promise<void> {
  const disclosures = prepared.flatMap((one) => (one.kind === 'send' ? [disclosureOf(one.sendable, baseUrl, now)] : []))
  if (disclosures.length > 0) await db.transaction((tx) => recordDisclosures(tx, disclosures))
}
