import type { Knex } from 'knex'
import { inContext, type Db } from '../shared/database.ts'
import { retryPolicy } from './after-attempt.ts'
import { answerTokens } from './conformance/token-answer-store.ts'
import type { Settlement } from './delivery-store.ts'
import type { AttemptResult, ClaimedDelivery } from './delivery.ts'
import type { PollRequest } from './poll-request.ts'
import { handedOver } from './poll-store.ts'
import { takeAnswersAgain } from './replay/hand-over-again.ts'
import { settlementOf } from './send.ts'
import { settleBatch } from './settle.ts'
import { handedOverEvents, settleStreamEvent } from './stream-event-token-store.ts'
import { afterStreamAttempt } from './stream-event.ts'

/**
 * What a receiver says of tokens that it was given (RFC 8936, section 2.4): taken, or refused with a code, which is kept
 * like the answer to a push. What it never was given, or has answered to before, changes nothing.
 */
export async function takeAnswers(
  db: Db,
  { agency, stream, now }: { agency: string; stream: string; now: Date },
  { acknowledged, refused }: Pick<PollRequest, 'acknowledged' | 'refused'>,
): Promise<void> {
  const ids = [...new Set([...refused.keys(), ...acknowledged])]
  if (ids.length === 0) return
  await inContext(db, { agency, deliveries: ids }, async (tx) => {
    const deliveries = await handedOver(tx, stream, ids)
    const settlements = deliveries.map((delivery) => answered(delivery, resultOf(refused.get(delivery.id)), now))
    if (settlements.length > 0) await settleBatch(tx, settlements)
    await takeAnswersAgain(tx, { stream, now }, ids, (jti) => resultOf(refused.get(jti)))
    await settleStreamEvents(tx, stream, ids, refused, now)
    await answerTokens(tx, stream, { ids, refused }, now)
  })
}

/** There is no status: the answer came in a call of the body's own. */
function answered(delivery: ClaimedDelivery, result: AttemptResult, at: Date): Settlement {
  const settlement = settlementOf(delivery, result, { startedAt: at, at, policy: retryPolicy })
  return settlement.attempt ? { ...settlement, attempt: { ...settlement.attempt, httpStatus: null } } : settlement
}

/** A token that it both took and refused is refused: it would miss what it thought it could not read. */
const resultOf = (code: string | undefined): AttemptResult =>
  code === undefined ? { kind: 'accepted', status: 200 } : { kind: 'refused', status: 400, code }

async function settleStreamEvents(
  tx: Knex.Transaction,
  stream: string,
  ids: readonly string[],
  refused: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const event of await handedOverEvents(tx, stream, ids)) {
    await settleStreamEvent(tx, event, afterStreamAttempt(event.attempts, resultOf(refused.get(event.id)), now), now)
  }
}
