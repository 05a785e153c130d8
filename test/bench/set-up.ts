import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { startChild, type Child } from './child.ts'

/** What deliveries are measured on: a database, a citizen, and a process each for worker, receivers and the floor. */
export interface Bench {
  database: TestDatabase
  citizen: Citizen
  receiver: Child
  poster: Child
  /** What delivers. */
  worker: Child
}

export const vault = testVault()

/**
 * A database of its own, on disk and durable as in production. Leaves nothing behind.
 *
 * @param workerScript of what delivers: our worker unless said
 */
export async function withBench<Result>(
  agencies: readonly string[],
  work: (bench: Bench) => Promise<Result>,
  workerScript = 'worker-process.ts',
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tell-us-once-bench-'))
  // Where root's server, which is another user's, may enter.
  await chmod(dataDir, 0o755)
  const provided = await provideDatabase({ dataDir, log: () => undefined })
  const { urls } = provided
  const pools = { owner: openDatabase(urls.owner), web: openDatabase(urls.web), worker: openDatabase(urls.worker) }
  const database: TestDatabase = { urls, ...pools, close: () => provided.stop() }
  const children: Child[] = []
  try {
    return await work(await prepare(database, agencies, { children, workerScript }))
  } finally {
    await Promise.all(children.map((child) => child.end()))
    await Promise.all(Object.values(pools).map((pool) => pool.destroy()))
    await provided.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function prepare(
  database: TestDatabase,
  agencies: readonly string[],
  { children, workerScript }: { children: Child[]; workerScript: string },
): Promise<Bench> {
  const start = async (script: string, settings: object) => {
    const child = await startChild(script, settings)
    children.push(child)
    return child
  }
  const signingKeys = [await aSigningKey()]
  const receiver = await start('receiver-process.ts', {})
  const target = await receiver.ask<string>({ kind: 'url' })
  for (const agency of agencies) await aRecipient(database, vault, agency, `${target}/${agency}`)
  const citizen = await aCitizen(database, vault, 'amira')
  const url = database.urls.worker
  const poster = await start('poster-process.ts', { url, target, signingKeys })
  const worker = await start(workerScript, { url, ownerUrl: database.urls.owner, baseUrl: BASE_URL, signingKeys })
  return { database, citizen, receiver, poster, worker }
}

async function aSigningKey(): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: 'bench-1' } as SigningJwk
}
