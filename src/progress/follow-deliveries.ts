import { findDisclosed } from '../access-log/access-entry-store.ts'
import type { Person } from '../identity/person.ts'
import type { Db } from '../shared/database.ts'
import type { Vault } from '../vault/vault.ts'
import { latestOf, type Around } from './delivery-status.ts'
import { agreementIn, around, lookUp, outcomesIn, sentFor, type Following, type Known } from './look-up-threads.ts'
import { wordsOpener, type Opener } from './open-words.ts'
import { statusOfThread, type Thread } from './thread.ts'
import { tallyOf, type FollowedDelivery, type Tally, type TrackedReport } from './tracked-report.ts'

/** Counts for each of these reports by id. In the citizen's context, as all that follows. */
export async function tallies(
  tx: Db,
  reports: readonly TrackedReport[],
  following: Following,
): Promise<Map<string, Tally>> {
  const known = await lookUp(tx, await sentFor(tx, reports))
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
  // What is asked for at once is one way there and back: two in all.
  const [sent, opener] = await Promise.all([sentFor(tx, [report]), wordsOpener(tx, vault, report)])
  const { deliveries } = sent
  const recordIds = deliveries.map(({ accessRecordId }) => accessRecordId)
  const [known, disclosed] = await Promise.all([lookUp(tx, sent), findDisclosed(tx, subjects, recordIds)])
  return known.threads.map((thread) => {
    const { first } = thread
    return {
      ...followed(known, thread, opener, around(known, thread, report, following)),
      agency: first.agency,
      agreement: agreementIn(known, first),
      entry: disclosed.get(first.accessRecordId),
    }
  })
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
