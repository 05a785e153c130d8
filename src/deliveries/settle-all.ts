import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Settlement } from './delivery-store.ts'
import { traceOf } from './disclosure.ts'
import { isolating } from './isolating.ts'
import type { DeliveryFigures } from './metrics/figures.ts'
import { settleBatch, type Settled } from './settle.ts'

interface SettleParts {
  db: Db
  logger: Logger
  figures?: DeliveryFigures | undefined
}

/**
 * Writes what became of a batch, each alone where one of them makes it fail, and says what people should look at.
 *
 * @returns those that were settled
 */
export async function settleAll(
  { db, logger, figures }: SettleParts,
  settlements: readonly Settlement[],
): Promise<Settled[]> {
  const settled = await isolating(
    settlements,
    (batch) => settleBatch(db, batch),
    ({ delivery }, error) => {
      const { traceId: trace } = traceOf(delivery)
      logger.error({ err: error, delivery: delivery.id, trace }, 'a delivery cannot be settled')
      return undefined
    },
  )
  const known = settled.filter((one) => one !== undefined)
  figures?.settled(known)
  for (const one of known) if (one.decision.state !== 'acknowledged') logNews(logger, one)
  return known
}

/** What people should look at, without a word about the citizen. */
function logNews(logger: Logger, { delivery, decision, attempt, at }: Settlement): void {
  const { id, agencyId: agency, subscriptionId: subscription } = delivery
  const known = {
    ...{ delivery: id, trace: traceOf(delivery).traceId, agency, subscription },
    ...(attempt && { duration: at.getTime() - attempt.startedAt.getTime() }),
  }
  if (decision.state === 'given-up') logger.warn({ ...known, failure: decision.failure }, 'delivery given up')
  if (decision.state === 'due' && decision.pauseSubscription) {
    logger.warn(known, 'subscription paused: its receiver says it is gone')
  }
}
