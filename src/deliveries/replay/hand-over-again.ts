import type { Knex } from 'knex'
import type { Clock } from '../../shared/clock.ts'
import { inContext } from '../../shared/database.ts'
import type { Logger } from '../../shared/log.ts'
import type { SignToken } from '../event-token.ts'
import { isolating } from '../isolating.ts'
import type { AttemptResult } from '../delivery.ts'
import type { PrepareParts } from '../prepare.ts'
import { settlementOf } from '../send.ts'
import { signedToken } from '../signed-token.ts'
import { afterRedelivery, redeliveryPolicy, type ClaimedRedelivery } from './redelivery.ts'
import { handedOverAgain } from './claim-redeliveries-store.ts'
import { releaseRedeliveries, settleRedelivery } from './settle-redeliveries-store.ts'
import { prepareAgain, type Resend } from './resend.ts'

interface Parts extends PrepareParts {
  clock: Clock
  logger: Logger
  sign: SignToken
}

/** Tokens, by jti, of what a stream that polls asked for once more. */
export async function handOverAgain(parts: Parts, agency: string, claimed: readonly ClaimedRedelivery[], now: Date) {
  if (claimed.length === 0) return []
  const within = <Result>(work: (tx: Knex.Transaction) => Promise<Result>) =>
    inContext(parts.db, { agency, deliveries: claimed.map(({ delivery }) => delivery.id) }, work)
  const ready = await isolating(
    claimed,
    (batch) =>
      within(async (tx) => {
        const prepared = await prepareAgain({ ...parts, db: tx, way: 'poll' }, tx, batch, now)
        return batch.map(({ id }): Resend => prepared.get(id) ?? { kind: 'refuse' })
      }),
    ({ delivery }, error): Resend => {
      parts.logger.error({ err: error, delivery: delivery.id }, 'what was asked for again cannot be made ready')
      return { kind: 'refuse' }
    },
  )
  const of = (kind: Resend['kind']) => claimed.filter((_one, index) => ready[index]?.kind === kind)
  await within(async (tx) => {
    await releaseRedeliveries(tx, of('hold'))
    for (const refused of of('refuse')) await settleRedelivery(tx, refused, { state: 'not-allowed' }, now)
  })
  return ready.flatMap((one) =>
    one.kind === 'send' ? [[one.sendable.delivery.id, signedToken(parts, one.sendable, now)] as const] : [],
  )
}

/** What a stream says of tokens that it was handed again. In its body's context, with these deliveries. */
export async function takeAnswersAgain(
  tx: Knex.Transaction,
  { stream, now }: { stream: string; now: Date },
  ids: readonly string[],
  resultOf: (jti: string) => AttemptResult,
): Promise<void> {
  for (const redelivery of await handedOverAgain(tx, stream, ids)) {
    const { delivery } = redelivery
    const times = { startedAt: now, at: now, policy: redeliveryPolicy }
    const settlement = settlementOf(delivery, resultOf(delivery.id), times)
    await settleRedelivery(tx, redelivery, afterRedelivery(settlement), now)
  }
}
