import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { queueNotice } from '../../src/notices/queue-notice.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startNotify, type NotifyStandIn } from './notify-stand-in.ts'
import type { WorkerArguments } from './worker-process.ts'

const NOTICES = 120

let database: TestDatabase
let notify: NotifyStandIn
beforeAll(async () => {
  database = await testDatabase()
  notify = await startNotify()
  // Long enough to be killed between what GOV.UK Notify does and what we hear of it.
  notify.delay = 30
})
afterAll(async () => {
  await notify.close()
  await database.close()
})

test('a worker killed in the middle of sending, again and again, sends everything, and nothing twice', async () => {
  await database.worker.transaction(async (tx) => {
    for (let one = 0; one < NOTICES; one += 1) {
      await queueNotice(tx, { to: { account: uuidv7() }, kind: 'reported-about-you', key: 'report' })
    }
  })
  let worker = await startWorker()
  for (const share of [0.1, 0.3, 0.5, 0.7]) {
    await vi.waitFor(() => expect(notify.taken.length).toBeGreaterThan(NOTICES * share), WAIT)
    await end(worker, 'SIGKILL')
    worker = await startWorker()
  }
  await vi.waitFor(async () => expect(await states()).toEqual(['sent']), WAIT)
  expect(await end(worker, 'SIGTERM')).toEqual([0, null])

  const references = notify.taken.map(({ reference }) => reference)
  expect(new Set(references).size).toBe(NOTICES)
  expect(references).toHaveLength(NOTICES)
  // It did die with notices in hand, and asked after them.
  expect(notify.requests.filter((request) => request.startsWith('GET')).length).toBeGreaterThan(0)
}, 90_000)

const WAIT = { timeout: 30_000, interval: 5 }

const states = () => database.owner('notices').distinct().pluck<string[]>('state')

async function startWorker(): Promise<ChildProcess> {
  const { apiKey, url: baseUrl, templates } = notify
  const settings: WorkerArguments = { url: database.urls.worker, notify: { apiKey, baseUrl, templates }, lease: 1500 }
  const script = fileURLToPath(new URL('worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const ended = once(child, 'exit')
  child.kill(signal)
  return ended
}
