import type { SessionData } from 'express-session'
import type pg from 'pg'

/** Writes a session that is there; one that has been ended meanwhile stays ended. */
export async function updateSession(pool: pg.Pool, id: string, session: SessionData): Promise<void> {
  await pool.query('update sessions set sess = $2, expire = coalesce($3, expire) where sid = $1', [
    id,
    JSON.stringify(session),
    session.cookie.expires ?? null,
  ])
}
