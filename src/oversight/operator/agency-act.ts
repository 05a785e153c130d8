import type { Knex } from 'knex'
import { approveAgency, resumeAgency, suspendAgency } from '../../agencies/agency-standing-store.ts'
import type { Agency } from '../../agencies/agency.ts'
import { offBoard } from '../../subscriptions/off-board-store.ts'
import type { Standing } from './agencies.ts'
import type { words } from './words.ts'

/** What an operator can do to a body. */
export type Act = keyof (typeof words)['en']['agency']['acts']

/** As the book of what staff did has them. */
export const ACTIONS = {
  approve: 'agency-approved',
  pause: 'agency-paused',
  resume: 'agency-resumed',
  'off-board': 'agency-off-boarded',
} as const satisfies Record<Act, string>

export const isAct = (text: string): text is Act => Object.hasOwn(ACTIONS, text)

export function possible(standing: Standing): Act[] {
  if (standing === 'off-boarded') return []
  if (standing === 'pending') return ['approve', 'off-board']
  return [standing === 'paused' ? 'resume' : 'pause', 'off-board']
}

export function carryOut(tx: Knex.Transaction, { id }: Agency, act: Act, now: Date): Promise<void> {
  if (act === 'approve') return approveAgency(tx, id, now)
  if (act === 'pause') return suspendAgency(tx, id, now)
  return act === 'resume' ? resumeAgency(tx, id, now) : offBoard(tx, id, now)
}
