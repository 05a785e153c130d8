import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessionStore, type SessionStore } from '../../src/web/session.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let sessions: SessionStore
beforeAll(async () => {
  database = await testDatabase()
  sessions = openSessionStore(database.urls.web)
})
afterAll(async () => {
  await sessions.close()
  await database.close()
})

const read = (id: string) =>
  new Promise((resolve) => {
    sessions.store.get(id, (error: unknown, session) => resolve(error ?? session ?? 'none'))
  })

test('a connection that is cut while nobody uses it ends no process, and is replaced', async () => {
  expect(await read('nobody')).toBe('none')
  const cut = await database.web.raw<{ rows: unknown[] }>(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'tell-us-once-sessions'`,
  )
  expect(cut.rows).toHaveLength(1)
  await pause(200)
  expect(await read('nobody')).toBe('none')
})
