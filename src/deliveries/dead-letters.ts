import type { Knex } from 'knex'
import { recordAction } from '../identity/staff/staff-action-store.ts'
import type { StaffMember } from '../identity/staff/staff.ts'
import { discardDeliveries, redriveDeliveries } from './dead-letter-store.ts'

/** What staff do with what was given up, and why, in their words. */
export interface DeadLetterAct {
  act: 'redrive' | 'discard'
  staff: Pick<StaffMember, 'id' | 'agencyId'>
  /** Whose they are, where an operator acts. */
  agencyId?: string | undefined
  ids: readonly string[]
  reason: string
  /** The stream, when it is about all of one. */
  stream?: string | undefined
}

/**
 * Tries again, or lets go for good, what was given up; each is in the book of what staff did. In the context of the body
 * whose deliveries they are. What was taken back or overtaken since is not told any more, and stays where it is.
 *
 * @returns those that it was done to.
 */
export async function actOnDeadLetters(
  tx: Knex.Transaction,
  { act, ids, stream, ...done }: DeadLetterAct,
  now: Date,
): Promise<string[]> {
  const affected = await (act === 'redrive' ? redriveDeliveries : discardDeliveries)(tx, ids, now)
  const action = act === 'redrive' ? 'dead-letter-redriven' : 'dead-letter-discarded'
  const said = { ...done, action, at: now }
  if (stream !== undefined) await recordAction(tx, { ...said, target: stream, detail: { deliveries: affected.length } })
  for (const id of stream === undefined ? affected : []) await recordAction(tx, { ...said, target: id })
  return affected
}
