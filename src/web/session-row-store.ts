import type { SessionData } from 'express-session'
import type pg from 'pg'

export interface OpenedSession {
  data: SessionData
  /** References of the subjects of the account that it is signed in to, its own first. */
  subjects: Buffer[] | undefined
}

/** Undefined when there is none, or it has ended. */
export async function openSession(pool: pg.Pool, id: string, now: Date): Promise<OpenedSession | undefined> {
  const { rows } = await pool.query<{ sess: SessionData; subjects: Buffer[] | null }>({
    // By a name each connection plans it once.
    name: 'open session',
    text: 'select sess, subjects from open_session($1, $2)',
    values: [id, now],
  })
  const [row] = rows
  return row && { data: row.sess, subjects: row.subjects ?? undefined }
}

/** Writes a session that is there; one that has been ended meanwhile stays ended. */
export async function updateSession(pool: pg.Pool, id: string, session: SessionData): Promise<void> {
  await pool.query('update sessions set sess = $2, expire = coalesce($3, expire) where sid = $1', [
    id,
    JSON.stringify(session),
    session.cookie.expires ?? null,
  ])
}
