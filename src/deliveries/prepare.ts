import { recordDisclosures } from '../access-log/record.ts'
import { factsOfReports } from '../reports/report-store.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import { fieldsLeftOut } from '../reports/preview/redaction.ts'
import type { Db } from '../shared/database.ts'
import { ukToday } from '../shared/dates.ts'
import { currentGrants, grantKey } from '../subscriptions/grants-store.ts'
import { withdrawalGrants } from '../subscriptions/withdrawal-grants-store.ts'
import type { Vault } from '../vault/vault.ts'
import type { ClaimedDelivery } from './delivery.ts'
import { disclosureOf, type DoneBy } from './disclosure.ts'
import { fieldsShown } from './fields-shown.ts'
import { judge, type Prepared } from './judge.ts'
import type { Way } from './may-be-sent.ts'
import { toldFollowUps } from './told-follow-up-store.ts'
import { stoppedSharing } from './stopped-store.ts'
import { withoutFile } from './without-file-store.ts'
import { toldReports } from './told-report-store.ts'

export interface PrepareParts {
  db: Db
  vault: Vault
  baseUrl: string
  events?: Catalogue
  /** How it is about to be told: pushed unless said otherwise. */
  way?: Way
  /** Who of the body does it, where that is not a program: by delivery. */
  doneBy?: (delivery: ClaimedDelivery) => DoneBy
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
  const { db, vault, way } = parts
  const [grants, reported, followUps, stopped] = await Promise.all([
    currentGrants(db, claimed, ukToday(now)),
    openReports(parts, claimed),
    toldFollowUps(db, vault, claimed),
    stoppedSharing(db, claimed),
  ])
  const withdrawals = claimed.filter(({ id }) => followUps.get(id)?.kind === 'withdrawal')
  const [shown, ofWithdrawals, unlisted] = await Promise.all([
    fieldsShown(db, claimed, grants),
    withdrawalGrants(db, withdrawals),
    withoutFile(db, claimed, grants),
  ])
  const prepared = claimed.map((delivery) => {
    const followUp = followUps.get(delivery.id)
    const grant = followUp?.kind === 'withdrawal' ? ofWithdrawals.get(delivery.id) : grants.get(grantKey(delivery))
    return judge(vault, now, {
      delivery,
      grant,
      followUp,
      ...reported(delivery),
      shown: shown(delivery),
      way,
      hasFile: !unlisted.has(delivery.id),
      // That something is taken back still goes to whoever was told it (UK GDPR, article 19).
      stopped: stopped.has(delivery.id) && followUp?.kind !== 'withdrawal',
    })
  })
  await record(parts, prepared, now)
  return prepared
}

/** Each report once, however many bodies it goes to. */
async function openReports({ db, vault, events }: PrepareParts, claimed: readonly ClaimedDelivery[]) {
  const ids = claimed.map(({ reportId }) => reportId)
  const reports = await toldReports(db, ids)
  const facts = await factsOfReports(db, vault, [...reports.values()])
  return ({ reportId, agreementId, eventType }: ClaimedDelivery) => {
    const report = reports.get(reportId)
    return {
      reportedAt: report?.submitted_at,
      whole: facts.get(reportId),
      leftOut: [...(report?.redacted[agreementId] ?? []), ...(report?.safety ? householdOf(eventType, events) : [])],
    }
  }
}

/** Once somebody is at risk nothing of the household is told, nor when what was said before that is sent once more. */
function householdOf(eventType: string, events: Catalogue | undefined): string[] {
  const event = findLifeEvent(eventType, events)
  return event ? fieldsLeftOut(Object.keys(event.fields), { event, safety: true }) : []
}

/** Before every attempt, whatever came of earlier ones: what is on record already stays as it is. */
async function record(parts: PrepareParts, prepared: readonly Prepared[], now: Date): Promise<void> {
  const disclosures = prepared.flatMap((one) =>
    one.kind === 'send'
      ? [{ ...disclosureOf(one.sendable, parts, now), ...parts.doneBy?.(one.sendable.delivery) }]
      : [],
  )
  if (disclosures.length > 0) await recordDisclosures(parts.db, disclosures)
}
