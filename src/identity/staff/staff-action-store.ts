import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../shared/database.ts'
import type { StaffMember } from './staff.ts'

/** Something that staff did. Nothing in it is about a citizen. */
export interface StaffAction {
  staff: Pick<StaffMember, 'agencyId'> & { id: string | null }
  /** Whom an operator or the file did it to; an agency's own people always act for their agency. */
  agencyId?: string | null | undefined
  /** A noun and a verb: `stream-paused`, `key-revoked`. */
  action: string
  /** The id of what it was done to. */
  target: string
  /** In the words of the person. */
  reason?: string | undefined
  detail?: Record<string, unknown> | undefined
  at?: Date | undefined
}

/** Whoever applies the agencies file: who that is, the place where the file is kept knows. */
export const AGENCIES_FILE = { id: null, agencyId: null }

/** Kept for good. In the transaction of what was done, so that there is neither without the other. */
export async function recordAction(tx: Db, done: StaffAction): Promise<void> {
  const { staff, agencyId, action, target, reason, detail = {}, at } = done
  await tx('staff_actions').insert({
    ...{ id: uuidv7(), staff_id: staff.id, agency_id: staff.agencyId ?? agencyId ?? null },
    ...{ action, target, reason: reason ?? null, detail: JSON.stringify(detail) },
    ...(at && { at }),
  })
}

export interface RecordedAction {
  at: Date
  /** Name of who did it; null where the context may not see it: an operator's, for an agency. */
  by: string | null
  /** Null: it came with the agencies file. */
  byId: string | null
  action: string
  target: string
  reason: string | null
  detail: Record<string, unknown>
}

/** What was done last for an agency, newest first. In a context that may read it. */
export async function listActions(tx: Db, agencyId: string | null, most: number): Promise<RecordedAction[]> {
  return tx('staff_actions as a')
    .leftJoin('staff_members as m', 'm.id', 'a.staff_id')
    .where({ 'a.agency_id': agencyId })
    .orderBy([
      { column: 'a.at', order: 'desc' },
      { column: 'a.id', order: 'desc' },
    ])
    .limit(most)
    .select<RecordedAction[]>(
      'a.at',
      'a.action',
      'a.target',
      'a.reason',
      'a.detail',
      'm.name as by',
      'a.staff_id as byId',
    )
}
