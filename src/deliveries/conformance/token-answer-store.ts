import type { Db } from '../../shared/database.ts'
import type { Answer, Step } from './conformance.ts'

/** What a receiver that polls says of those that it was handed; a code for each that it refused. In its body's context. */
export async function answerTokens(
  tx: Db,
  stream: string,
  { ids, refused }: { ids: readonly string[]; refused: ReadonlyMap<string, string> },
  now: Date,
): Promise<void> {
  await tx.raw(
    `update synthetic_tokens t
     set state = case when a.code is null then 'accepted' else 'refused' end, code = a.code, settled_at = ?,
       lease = null, leased_until = null
     from unnest(?::uuid[], ?::text[]) as a (jti, code)
     where t.jti = a.jti and t.subscription_id = ? and t.state = 'due' and t.lease is not null`,
    [now, [...ids], ids.map((id) => refused.get(id) ?? null), stream] as unknown as string[],
  )
}

/** What staff who read in the browser say of one. In their body's context. @returns whether it was waiting. */
export async function answerByHand(tx: Db, runId: string, step: Step, answer: Answer, now: Date): Promise<boolean> {
  const changed = await tx('synthetic_tokens')
    .where({ run_id: runId, step, state: 'due' })
    .update({ state: answer.kind, code: answer.code, settled_at: now })
  return changed > 0
}

/** In its body's context. @returns whether there is one with that jti. */
export async function answerSynthetic(tx: Db, jti: string, outcome: string): Promise<boolean> {
  return (await tx('synthetic_tokens').where({ jti }).update({ outcome })) > 0
}
