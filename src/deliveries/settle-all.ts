import type { Db } from '../shared/database.ts'
import type { Logger } from '../shared/log.ts'
import type { Settlement } from './delivery-store.ts'
import { isolating } from './isolating.ts'
import type { DeliveryFigures } from './metrics/figures.ts'
import { settleBatch } from './settle.ts'

interface SettleParts {
  db: Db
  logger: Logger
  figures?: DeliveryFigures | undefined
}

/** Writes what became of a batch, each alone where one of them makes it fail, and says what people should look at. */
export async function settleAll(
  { db, logger, figures }: SettleParts,
  settlements: readonly Settlement[],
): Promise<void> {
  const settled = await isolating(
    settlements,
    (batch) => settleBatch(db, batch),
    ({ delivery }, error) => {
      logger.error({ err: error, delivery: delivery.id }, 'a delivery cannot be settled')
      return undefined
    },
  )
  const known = settled.filter((one) => one !== undefined)
  figures?.settled(known)
  for (const one of known) logNews(logger, one)
}

/** What people should look at, without a word about the citizen. */
function logNews(logger: Logger, { delivery, decision }: Settlement): void {
  const { id, agencyId: agency, subscriptionId: subscription } = delivery
  if (decision.state === 'given-up')
    logger.warn({ delivery: id, agency, failure: decision.failure }, 'delivery given up')
  if (decision.state === 'due' && decision.pauseSubscription) {
    logger.warn({ agency, subscription }, 'subscription paused: its receiver says it is gone')
  }
}
