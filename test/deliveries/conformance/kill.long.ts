import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publicKeys, type SigningJwk } from '../../../src/vault/signing-keys.ts'
import { testVault } from '../../support/access-log.ts'
import { aRun, inWords, seen } from '../../support/conformance.ts'
import { testDatabase, type TestDatabase } from '../../support/database.ts'
import { aRecipient, BASE_URL, startReceiver, type Receiver } from '../../support/receiver.ts'
import type { WorkerArguments } from '../../support/worker-process.ts'

let signingKeys: SigningJwk[]
let database: TestDatabase
let receiver: Receiver
beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  signingKeys = [{ ...(await exportJWK(privateKey)), kid: 'set-1' } as SigningJwk]
  database = await testDatabase()
  receiver = await startReceiver(publicKeys(signingKeys), (res, { token }) => {
    res.writeHead(token.aud === 'dvla' ? 202 : 400).end('{"err":"invalid_audience"}')
  })
})
afterAll(async () => {
  await receiver.close()
  await database.close()
})

test('a worker killed at every step of a run leaves it to the next, and the run passes', async () => {
  const stream = await aRecipient(database, testVault(), 'dvla', receiver.url)
  const run = await aRun(database, 'dvla', stream)
  let worker = await startWorker()
  for (const step of [0, 1, 2, 3, 4]) {
    await vi.waitFor(async () => expect((await results()).length).toBeGreaterThan(step), {
      timeout: 30_000,
      interval: 1,
    })
    const ended = once(worker, 'exit')
    worker.kill('SIGKILL')
    await ended
    worker = await startWorker()
  }
  await vi.waitFor(async () => expect((await seen(database, 'dvla', run)).run.state).toBe('passed'), {
    timeout: 30_000,
    interval: 50,
  })
  expect(inWords(await results()).every((line) => line.endsWith(' passed'))).toBe(true)
  worker.kill('SIGTERM')

  async function results() {
    return (await seen(database, 'dvla', run)).results
  }
}, 180_000)

async function startWorker(): Promise<ChildProcess> {
  const settings: WorkerArguments = {
    ...{ url: database.urls.worker, signingKeys, baseUrl: BASE_URL },
    ...{ allowLoopback: true, timeout: 2500, lease: 3000 },
  }
  const script = fileURLToPath(new URL('../../support/worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
