import type { Db } from '../shared/database.ts'

/** Ends every session of an account, on every device. @returns how many. */
export async function endAllSessions(db: Db, accountId: string): Promise<number> {
  return db('sessions').whereRaw(`sess ->> 'accountId' = ?`, [accountId]).delete()
}

/** A place where somebody is signed in. Nothing is kept of the device: the times must do. */
export interface OwnSession {
  signedInAt: Date
  lastSeenAt: Date
  current: boolean
}

/** Where an account is signed in at this moment, the place last used first. */
export async function sessionsOf(db: Db, accountId: string, currentId: string, now: Date): Promise<OwnSession[]> {
  const rows = await db<SessionRow>('sessions')
    .whereRaw(`sess ->> 'accountId' = ?`, [accountId])
    .where('expire', '>', now)
    .select('sid', 'sess')
  return rows
    .map(({ sid, sess: { signedInAt = 0, lastSeenAt = signedInAt } }) => ({
      signedInAt: new Date(signedInAt),
      lastSeenAt: new Date(lastSeenAt),
      current: sid === currentId,
    }))
    .toSorted((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime())
}

/** Ends an account's sessions but this one. @returns how many. */
export async function endOtherSessions(db: Db, accountId: string, currentId: string): Promise<number> {
  return db('sessions').whereRaw(`sess ->> 'accountId' = ?`, [accountId]).whereNot({ sid: currentId }).delete()
}

interface SessionRow {
  sid: string
  sess: { signedInAt?: number; lastSeenAt?: number }
  expire: Date
}
