import connectPgSimple from 'connect-pg-simple'
import session, { type SessionData, type Store } from 'express-session'
import type { RequestHandler } from 'express'
import pg from 'pg'
import { openSession, updateSession } from './session-row-store.ts'

declare module 'express-session' {
  interface SessionData {
    accountId: string
  }
}

export interface SessionStore {
  store: Store
  close(): Promise<void>
}

/** Sessions in PostgreSQL, so that any web process can serve anybody. The worker prunes what has expired. */
export function openSessionStore(databaseUrl: string): SessionStore {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 5, application_name: 'tell-us-once-sessions' })
  // An idle connection that is cut is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => undefined)
  const PgStore = connectPgSimple(session)
  const store = new PgStore({ pool, tableName: 'sessions', pruneSessionInterval: false })
  // Identity notes the time of a request now and then, which prolongs the row: a write for each would say no more, and
  // every page would wait for it with its last byte.
  const untouched = Object.assign(store, { touch: undefined })
  return { store: withoutRevival(withSubjects(untouched, pool), pool), close: () => pool.end() }
}

/** By the session of a request. Never saved: what has changed since is read with the next request. */
const subjectsOfSessions = new WeakMap<object, Buffer[]>()

/** References of the subjects of the account that this session was signed in to when it was read, its own first. */
export const subjectsReadWith = (session: object): Buffer[] | undefined => subjectsOfSessions.get(session)

/** Reads with a session whose it is: every request that has one asks for both. */
function withSubjects(store: Store, pool: pg.Pool): Store {
  const create = store.createSession.bind(store)
  const createSession: Store['createSession'] = (req, data) => {
    const session = create(req, data)
    const subjects = subjectsOfSessions.get(data)
    if (subjects) subjectsOfSessions.set(session, subjects)
    return session
  }
  const get: Store['get'] = (id, done) => {
    openSession(pool, id, new Date()).then(
      (opened) => {
        if (opened?.subjects) subjectsOfSessions.set(opened.data, opened.subjects)
        done(null, opened?.data)
      },
      (error: unknown) => done(error),
    )
  }
  return Object.assign(store, { createSession, get })
}

/**
 * Saving inserts what is not there: a request that was under way while its person signed out would bring the session
 * back. What was loaded is therefore only ever updated.
 */
function withoutRevival(store: Store, pool: pg.Pool): Store {
  const loaded = new WeakSet<object>()
  const [create, insert] = [store.createSession.bind(store), store.set.bind(store)]
  const createSession: Store['createSession'] = (req, data) => {
    const session = create(req, data)
    loaded.add(session)
    return session
  }
  const set = (id: string, data: SessionData, done?: (error?: unknown) => void) => {
    if (!loaded.has(data)) return insert(id, data, done)
    void updateSession(pool, id, data).then(
      () => done?.(),
      (error: unknown) => done?.(error),
    )
  }
  return Object.assign(store, { createSession, set })
}

/** Lives as long as the browser and the server's own limits: idle and absolute limits are identity's. */
export function sessions(options: { store: Store; secrets: string[]; https: boolean }): RequestHandler {
  return session({
    store: options.store,
    secret: options.secrets,
    name: sessionCookieName(options.https),
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.https, path: '/', maxAge: 2 * 60 * 60 * 1000 },
    proxy: options.https,
    resave: false,
    rolling: false,
    saveUninitialized: false,
  })
}

/** Over https the browser itself keeps other hosts from setting the cookie (RFC 6265bis, 4.1.3.2). */
export const sessionCookieName = (https: boolean) => (https ? '__Host-session' : 'session')
