import { recordDisclosures } from '../access-log/record.ts'
import type { Facts } from '../catalogue/life-event.ts'
import { factsOfReports } from '../reports/report-store.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { currentGrants, grantKey, type Grant } from '../subscriptions/grants-store.ts'
import { minimise } from '../subscriptions/minimise.ts'
import { headerPlace } from '../subscriptions/subscription.ts'
import { openSetting, type Vault } from '../vault/vault.ts'
import type { Settlement } from './delivery-store.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { disclosureOf } from './disclosure.ts'
import { fieldsShown } from './fields-shown.ts'
import { mayBeSent } from './may-be-sent.ts'
import { toldReports } from './told-report-store.ts'

/** Ready to be signed and sent: its disclosure is on record. */
export interface Sendable {
  delivery: ClaimedDelivery
  grant: Grant
  /** All that the body may be told, and nothing else. */
  facts: Facts
  reportedAt: Date
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
 * what was reported, builds from it what each body may be told, and puts the disclosures on record, of what each really
 * gets. Without the record it throws, and nothing can be sent.
 */
export async function prepare(
  parts: PrepareParts,
  claimed: readonly ClaimedDelivery[],
  now: Date,
): Promise<Prepared[]> {
  const { db, vault, baseUrl } = parts
  const [grants, reported] = await Promise.all([
    currentGrants(db, claimed, ukToday(now)),
    openReports(db, vault, claimed),
  ])
  const shown = await fieldsShown(db, claimed, grants)
  const prepared = claimed.map((delivery) => {
    const grant = grants.get(grantKey(delivery))
    return judge(vault, now, { delivery, grant, ...reported(delivery), shown: shown(delivery) })
  })
  await record(db, prepared, baseUrl, now)
  return prepared
}

/** Each report once, however many bodies it goes to. */
async function openReports(db: Db, vault: Vault, claimed: readonly ClaimedDelivery[]) {
  const ids = claimed.map(({ reportId }) => reportId)
  const reports = await toldReports(db, ids)
  const facts = await factsOfReports(db, vault, [...reports.values()])
  return ({ reportId, agreementId }: ClaimedDelivery) => ({
    reportedAt: reports.get(reportId)?.submitted_at,
    whole: facts.get(reportId),
    leftOut: reports.get(reportId)?.redacted[agreementId] ?? [],
  })
}

interface Known {
  delivery: ClaimedDelivery
  grant: Grant | undefined
  reportedAt: Date | undefined
  /** Undefined when the report is erased. */
  whole: Facts | undefined
  /** Fields that the citizen was shown, where that was not what is granted now. */
  shown: ReadonlySet<string> | undefined
  /** Fields that the citizen left out for this body. */
  leftOut: readonly string[]
}

function judge(vault: Vault, now: Date, { delivery, grant, reportedAt, whole, shown, leftOut }: Known): Prepared {
  const verdict = mayBeSent(grant)
  if (verdict === 'hold') return { kind: 'hold', delivery }
  if (verdict === 'refuse' || !grant || !whole || !reportedAt) {
    return { kind: 'settle', settlement: { delivery, decision: { state: 'not-allowed' }, at: now } }
  }
  const fields = grant.fields.filter((field) => (!shown || shown.has(field)) && !leftOut.includes(field))
  const { endpointUrl, authorizationHeader, id } = grant.subscription
  const authorization = authorizationHeader
    ? openSetting<string>(vault, authorizationHeader, headerPlace(id))
    : undefined
  const facts = minimise(whole, fields)
  return { kind: 'send', sendable: { delivery, grant, facts, reportedAt, url: endpointUrl ?? '', authorization } }
}

/** Before every attempt, whatever came of earlier ones: what is on record already stays as it is. */
async function record(db: Db, prepared: readonly Prepared[], baseUrl: string, now: Date): Promise<void> {
  const disclosures = prepared.flatMap((one) => (one.kind === 'send' ? [disclosureOf(one.sendable, baseUrl, now)] : []))
  if (disclosures.length > 0) await db.transaction((tx) => recordDisclosures(tx, disclosures))
}
