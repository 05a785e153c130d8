import { versionPath } from '../agreements/agreement.ts'
import { findLifeEvent, type Catalogue } from '../catalogue/catalogue.ts'
import { HOUR } from '../shared/clock.ts'
import type { Vault } from '../vault/vault.ts'
import { latestOf, type Around } from './delivery-status.ts'
import { wordsOpener, type Opener } from './open-words.ts'
import { deliveriesIn, statusOfThread, threadsOf, type Thread } from './thread.ts'
import type { Outcome, TrackedDelivery } from './tracked-delivery.ts'
import { tallyOf, type FollowedDelivery, type Tally } from './tracked-report.ts'
import type { WholeReport } from './whole-report-store.ts'

export interface Following {
  now: Date
  coolingOffHours: number
  events?: Catalogue
}

export function tallyOfReport(whole: WholeReport, following: Following): Tally {
  const threads = threadsOf(whole.deliveries, whole.followUps)
  return tallyOf(
    threads.map((thread) => statusOfThread(thread, outcomesIn(whole, thread), around(whole, thread, following))),
  )
}

/** Every body that a report goes to, with all that is known of it. */
export function followDeliveries(whole: WholeReport, vault: Vault, following: Following): FollowedDelivery[] {
  const opener = wordsOpener(vault, whole)
  return threadsOf(whole.deliveries, whole.followUps).map((thread) => {
    const { agency, accessRecordId: recordId } = thread.first
    const dataCategories = whole.disclosed[recordId]
    return {
      ...followed(whole, thread, opener, around(whole, thread, following)),
      agency,
      agreement: agreementIn(whole, thread.first),
      entry: dataCategories && { recordId, dataCategories },
    }
  })
}

function followed(whole: WholeReport, thread: Thread, opener: Opener, given: Around) {
  const outcomes = outcomesIn(whole, thread)
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

function outcomesIn({ outcomes }: WholeReport, thread: Thread): Outcome[] {
  const ids = deliveriesIn(thread).map(({ id }) => id)
  return outcomes.filter(({ deliveryId }) => ids.includes(deliveryId))
}

const agreementIn = ({ agreements }: WholeReport, { agreementId: id, agreementVersion: version }: TrackedDelivery) =>
  agreements.get(versionPath({ id, version }))

function around(whole: WholeReport, { first }: Thread, { now, coolingOffHours, events }: Following): Around {
  const { report } = whole
  const agreement = agreementIn(whole, first)
  const mayWait = agreement?.irreversible && findLifeEvent(report.eventType, events)?.coolingOff
  const waits = (first.notBefore?.getTime() ?? 0) - report.submittedAt.getTime()
  return {
    now,
    usualDays: agreement?.usualDays ?? Infinity,
    // Later than that, the citizen has chosen the day.
    coolingOff: Boolean(mayWait) && waits > 0 && waits <= coolingOffHours * HOUR,
    reportWithdrawn: report.withdrawn,
    lapsed: whole.lapsed.has(first.agreementId),
  }
}
