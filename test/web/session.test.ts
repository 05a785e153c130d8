import { setTimeout as pause } from 'node:timers/promises'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessionStore, sessions as withSessions, type SessionStore } from '../../src/web/session.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

const AMIRA = '01a20524-2036-75cd-af1d-3700ef83c4f3'

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

test('a session that is ended while a request is under way does not come back when that request ends', async () => {
  const app = express()
  app.use(withSessions({ store: sessions.store, secrets: ['s'.repeat(32)], https: false }))
  app.get('/sign-in', (req, res) => {
    req.session.accountId = AMIRA
    res.end()
  })
  app.get('/slow', async (req, res) => {
    if (req.query['ended']) await database.owner('sessions').delete()
    Object.assign(req.session, { lastSeenAt: Date.now() })
    res.end()
  })
  const server = createServer(app)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cookie = (await fetch(`${origin}/sign-in`)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const rows = () => database.owner<{ sess: object }>('sessions').pluck('sess')
  await fetch(`${origin}/slow`, { headers: { cookie } })
  expect(await rows()).toEqual([
    expect.objectContaining({ accountId: AMIRA, lastSeenAt: expect.any(Number) as number }),
  ])
  await fetch(`${origin}/slow?ended=yes`, { headers: { cookie } })
  expect(await rows()).toEqual([])
  server.closeAllConnections()
  server.close()
})
