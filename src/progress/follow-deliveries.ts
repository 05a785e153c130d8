import { findEntriesById } from '../access-log/access-entry-store.ts'
import { findAgencies } from '../agencies/agency-store.ts'
import { agreementVersions } from '../agreements/agreement-store.ts'
import { versionPath, type Agreement } from '../agreements/agreement.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import type { Person } from '../identity/person.ts'
import { HOUR } from '../shared/clock.ts'
import type { Db } from '../shared/database.ts'
import type { Vault } from '../vault/vault.ts'
import { latestOf, type Around, type Outcome, type TrackedDelivery } from './delivery-status.ts'
import { wordsOpener, type Opener } from './open-words.ts'
import { deliveriesIn, statusOfThread, threadsOf, type Thread } from './thread.ts'
import { findDeliveries, findFollowUps, findOutcomes } from './tracked-delivery-store.ts'
import { tallyOf, type FollowedDelivery, type Tally } from './tracked-report.ts'
import type { TrackedReport } from './tracked-report.ts'

export interface Following {
  now: Date
  coolingOffHours: number
  events?: Catalogue
}

/** Counts for each of these reports by id. In the citizen's context, as all that follows. */
export async function tallies(
  tx: Db,
  reports: readonly TrackedReport[],
  following: Following,
): Promise<Map<string, Tally>> {
  const known = await lookUp(tx, reports)
  return new Map(
    reports.map((report) => {
      const own = known.threads.filter(({ first }) => first.reportId === report.id)
      const statuses = own.map((thread) => {
        return statusOfThread(thread, outcomesIn(known, thread), around(known, thread, report, following))
      })
      return [report.id, tallyOf(statuses)]
    }),
  )
}

/** Every body that one report goes to, with all that is known of it. */
export async function followDeliveries(
  tx: Db,
  vault: Vault,
  { subjects }: Pick<Person, 'subjects'>,
  report: TrackedReport,
  following: Following,
): Promise<FollowedDelivery[]> {
  const known = await lookUp(tx, [report])
  const firsts = known.threads.map(({ first }) => first)
  const agencies = await findAgencies(
    tx,
    firsts.map(({ agencyId }) => agencyId),
  )
  const entries = await findEntriesById(
    tx,
    subjects,
    firsts.map(({ accessRecordId }) => accessRecordId),
  )
  const opener = await wordsOpener(tx, vault, report)
  return known.threads.map((thread) => {
    const { first } = thread
    return {
      ...followed(known, thread, opener, around(known, thread, report, following)),
      agency: agencies.get(first.agencyId),
      agreement: agreementIn(known, first),
      entry: entries.find(({ recordId, ours }) => ours && recordId === first.accessRecordId),
    }
  })
}

interface Known {
  threads: Thread[]
  outcomes: Outcome[]
  /** By `versionPath`. */
  agreements: Map<string, Agreement>
}

async function lookUp(tx: Db, reports: readonly TrackedReport[]): Promise<Known> {
  const ids = reports.map(({ id }) => id)
  const deliveries = await findDeliveries(tx, ids)
  const outcomes = await findOutcomes(
    tx,
    deliveries.map(({ id }) => id),
  )
  const versions = deliveries.map(({ agreementId: id, agreementVersion: version }) => ({ id, version }))
  const agreements = await agreementVersions(tx, versions)
  return {
    threads: threadsOf(deliveries, await findFollowUps(tx, ids)),
    outcomes,
    agreements: new Map(agreements.map((agreement) => [versionPath(agreement), agreement])),
  }
}

function followed(known: Known, thread: Thread, opener: Opener, given: Around) {
  const outcomes = outcomesIn(known, thread)
  const latest = latestOf(outcomes)
  const offer = thread.steps.find(({ followUp }) => followUp.kind === 'offer' && followUp.outcomeId === latest?.id)
  const decision = opener.ofFollowUp(offer?.followUp).decision
  return {
    delivery: thread.first,
    thread,
    status: statusOfThread(thread, outcomes, given),
    coolingOff: given.coolingOff ?? false,
    outcomes,
    latest,
    words: opener.ofOutcome(latest),
    ...(offer && decision && { decided: { decision, at: offer.followUp.at } }),
  }
}

function outcomesIn({ outcomes }: Known, thread: Thread): Outcome[] {
  const ids = deliveriesIn(thread).map(({ id }) => id)
  return outcomes.filter(({ deliveryId }) => ids.includes(deliveryId))
}

const agreementIn = ({ agreements }: Known, { agreementId: id, agreementVersion: version }: TrackedDelivery) =>
  agreements.get(versionPath({ id, version }))

function around(known: Known, { first }: Thread, report: TrackedReport, following: Following): Around {
  const agreement = agreementIn(known, first)
  const mayWait = agreement?.irreversible && findLifeEvent(report.eventType, following.events)?.coolingOff
  const waits = (first.notBefore?.getTime() ?? 0) - report.submittedAt.getTime()
  return {
    now: following.now,
    usualDays: agreement?.usualDays ?? Infinity,
    // Later than that, the citizen has chosen the day.
    coolingOff: Boolean(mayWait) && waits > 0 && waits <= following.coolingOffHours * HOUR,
    reportWithdrawn: report.withdrawn,
  }
}
