import { settleDisclosures } from '../access-log/record.ts'
import { inTransaction, type Db } from '../shared/database.ts'
import { promoteWaiting, settle, type Settlement } from './delivery-store.ts'
import { disclosureResultOf } from './disclosure.ts'
import { stopStreams } from './health/stop-streams.ts'
import { writeToGivenUp } from './write-to-given-up.ts'

/** One that was held while its stream was paused lets go, in order, what is about the same person. */
export type Settled = Settlement & { inOrder: boolean }

/**
 * Writes what became of a batch: deliveries with their attempts, what may go now that they are done with, and the
 * results of their disclosures, all or nothing. Bodies that were given up on are written to.
 *
 * @returns those that were settled; the others are no longer ours.
 */
export function settleBatch(db: Db, settlements: readonly Settlement[]): Promise<Settled[]> {
  return inTransaction(db, async (tx) => {
    const written = await settle(tx, settlements)
    const settled = settlements.flatMap((settlement): Settled[] => {
      const { id, lease } = settlement.delivery
      const one = written.get(id)
      return one?.lease === lease ? [{ ...settlement, inOrder: one.inOrder }] : []
    })
    const done = settled.filter(({ decision }) => decision.state !== 'due')
    const [last] = done
    const doneIds = done.map(({ delivery }) => delivery.id)
    const results = settled.flatMap((settlement) => disclosureResultOf(settlement) ?? [])
    // Asked at once: neither needs what the other answers.
    await Promise.all([
      last && promoteWaiting(tx, doneIds, last.at),
      results.length > 0 && settleDisclosures(tx, results),
    ])
    const givenUp = settled.filter(({ decision }) => decision.state === 'given-up')
    if (last && givenUp.length > 0)
      await writeToGivenUp(
        tx,
        givenUp.map(({ delivery }) => delivery),
        last.at,
      )
    const gone = settled.filter(({ decision }) => decision.state === 'due' && decision.pauseSubscription)
    const [first] = gone
    const subscriptions = [...new Set(gone.map(({ delivery }) => delivery.subscriptionId))]
    if (first) await stopStreams(tx, subscriptions, first.at)
    return settled
  })
}
