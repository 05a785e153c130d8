import { findEntriesById } from '../access-log/access-entry-store.ts'
import { listAgencies } from '../agencies/agency-store.ts'
import { agreementVersions } from '../agreements/agreement-store.ts'
import { versionPath, type Agreement } from '../agreements/agreement.ts'
import type { Person } from '../identity/person.ts'
import type { Db } from '../shared/database.ts'
import type { Vault } from '../vault/vault.ts'
import { statusOf, type Outcome, type TrackedDelivery } from './delivery-status.ts'
import { wordsOpener } from './open-words.ts'
import { findDeliveries, findOutcomes } from './tracked-delivery-store.ts'
import { tallyOf, type FollowedDelivery, type Tally } from './tracked-report.ts'
import type { TrackedReport } from './tracked-report.ts'

/** Counts for each of these reports by id. In the citizen's context, as all that follows. */
export async function tallies(tx: Db, reports: readonly TrackedReport[], now: Date): Promise<Map<string, Tally>> {
  const known = await lookUp(tx, reports)
  const statuses = known.deliveries.map((delivery) => ({ delivery, status: statusIn(known, delivery, now) }))
  return new Map(
    reports.map(({ id }) => {
      const own = statuses.filter(({ delivery }) => delivery.reportId === id)
      return [id, tallyOf(own.map(({ status }) => status))]
    }),
  )
}

/** Every delivery of one report, with all that is known of it. */
export async function followDeliveries(
  tx: Db,
  vault: Vault,
  { subjects }: Pick<Person, 'subjects'>,
  report: TrackedReport,
  now: Date,
): Promise<FollowedDelivery[]> {
  const known = await lookUp(tx, [report])
  const agencies = new Map((await listAgencies(tx)).map((agency) => [agency.id, agency]))
  const recordIds = known.deliveries.map(({ accessRecordId }) => accessRecordId)
  const entries = await findEntriesById(tx, subjects, recordIds)
  const wordsOf = await wordsOpener(tx, vault, report)
  return known.deliveries.map((delivery) => {
    const outcomes = outcomesIn(known, delivery)
    return {
      delivery,
      status: statusIn(known, delivery, now),
      outcomes,
      words: wordsOf(outcomes.at(-1)),
      agency: agencies.get(delivery.agencyId),
      agreement: agreementIn(known, delivery),
      entry: entries.find(({ recordId, ours }) => ours && recordId === delivery.accessRecordId),
    }
  })
}

interface Known {
  deliveries: TrackedDelivery[]
  outcomes: Outcome[]
  /** By `versionPath`. */
  agreements: Map<string, Agreement>
}

async function lookUp(tx: Db, reports: readonly TrackedReport[]): Promise<Known> {
  const deliveries = await findDeliveries(
    tx,
    reports.map(({ id }) => id),
  )
  const outcomes = await findOutcomes(
    tx,
    deliveries.map(({ id }) => id),
  )
  const versions = deliveries.map(({ agreementId: id, agreementVersion: version }) => ({ id, version }))
  const agreements = await agreementVersions(tx, versions)
  return {
    deliveries,
    outcomes,
    agreements: new Map(agreements.map((agreement) => [versionPath(agreement), agreement])),
  }
}

const outcomesIn = ({ outcomes }: Known, { id }: TrackedDelivery) =>
  outcomes.filter(({ deliveryId }) => deliveryId === id)

const agreementIn = ({ agreements }: Known, { agreementId: id, agreementVersion: version }: TrackedDelivery) =>
  agreements.get(versionPath({ id, version }))

function statusIn(known: Known, delivery: TrackedDelivery, now: Date) {
  const usualDays = agreementIn(known, delivery)?.usualDays ?? Infinity
  return statusOf(delivery, outcomesIn(known, delivery).at(-1), { now, usualDays })
}
