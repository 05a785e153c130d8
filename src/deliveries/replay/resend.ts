import type { Knex } from 'knex'
import { standing } from '../feed/reading-store.ts'
import type { Sendable } from '../judge.ts'
import { prepare, type PrepareParts } from '../prepare.ts'
import type { ClaimedRedelivery } from './redelivery.ts'

export type Resend = { kind: 'send'; sendable: Sendable } | { kind: 'hold' } | { kind: 'refuse' }

/**
 * Makes ready what a body asked for once more, each as if it were sent for the first time now; what was taken back since
 * is refused. By id of the redelivery.
 *
 * @param tx of the worker, or in the body's context with these deliveries
 */
export async function prepareAgain(
  parts: PrepareParts,
  tx: Knex.Transaction,
  claimed: readonly ClaimedRedelivery[],
  now: Date,
): Promise<Map<string, Resend>> {
  const stands = await standing(
    tx,
    claimed.map(({ delivery }) => delivery.id),
  )
  const standingOnes = claimed.filter(({ delivery }) => stands.has(delivery.id))
  const prepared = await prepare(
    { ...parts, db: tx },
    standingOnes.map(({ delivery }) => delivery),
    now,
  )
  const made = new Map(
    standingOnes.map(({ id }, index): [string, Resend] => {
      const one = prepared[index]
      if (one?.kind === 'send') return [id, { kind: 'send', sendable: one.sendable }]
      return [id, { kind: one?.kind === 'hold' ? 'hold' : 'refuse' }]
    }),
  )
  return new Map(claimed.map(({ id }) => [id, made.get(id) ?? { kind: 'refuse' }]))
}
