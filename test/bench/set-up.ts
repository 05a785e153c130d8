import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import packageJson from '../../package.json' with { type: 'json' }
import { provideDatabase } from '../../src/demo/database/provide-database.ts'
import { openDatabase } from '../../src/shared/database.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import type { TestDatabase } from '../support/database.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { startChild, type Child } from './child.ts'
import { unlessInterrupted } from './interrupt.ts'

/** What deliveries are measured on: a database, a citizen, and a process each for worker, receivers and the floor. */
export interface Bench {
  database: TestDatabase
  citizen: Citizen
  receiver: Child
  poster: Child
  /** What delivers. */
  worker: Child
  /** Does something while nothing delivers; then a new worker does. */
  withoutWorker<Result>(work: () => Promise<Result>): Promise<Result>
}

export interface BenchKind {
  /** Who is told. Each has one subscription. */
  agencies: readonly string[]
  /** What delivers: our worker unless said. */
  workerScript?: string
  /** Of the server, beside what production has: none unless said. */
  flags?: string[]
  /** Makes what was there before; `withWorker` has a worker deliver meanwhile. */
  past?: (bench: Pick<Bench, 'database' | 'citizen'>, withWorker: WithWorker) => Promise<void>
}

export type WithWorker = (work: () => Promise<void>) => Promise<void>

export const vault = testVault()

// As `npm run worker` starts it; whatever a worker is compared with is started so as well.
const flagsOfWorker = packageJson.scripts.worker.match(/--\S+/g) ?? []

/** A database of its own, on disk and durable as in production. Leaves nothing behind, also when it is ended. */
export const withBench = <Result>(
  agencies: readonly string[],
  work: (bench: Bench) => Promise<Result>,
  kind: Omit<BenchKind, 'agencies'> = {},
) => withBenches([{ agencies, ...kind }], ([bench]) => work(bench as Bench))

/** Several, each on a server of its own: whichever has nothing to do takes next to nothing. */
export async function withBenches<Result>(kinds: readonly BenchKind[], work: (benches: Bench[]) => Promise<Result>) {
  await using stack = new AsyncDisposableStack()
  return await unlessInterrupted(async () => {
    const benches: Bench[] = []
    for (const kind of kinds) benches.push(await openBench(stack, kind))
    return work(benches)
  })
}

/** Only a database, with nothing at work on it. */
export async function withServer<Result>(work: (database: TestDatabase) => Promise<Result>): Promise<Result> {
  await using stack = new AsyncDisposableStack()
  return await unlessInterrupted(async () => work(await openServer(stack, await aFolder(stack), [])))
}

async function openBench(stack: AsyncDisposableStack, kind: BenchKind): Promise<Bench> {
  const dataDir = await aFolder(stack)
  const database = await openServer(stack, dataDir, kind.flags ?? [])
  const start = async (script: string, settings: object, flags: string[] = []) => {
    const child = await startChild(script, settings, flags)
    stack.defer(() => child.end())
    return child
  }
  const signingKeys = [await aSigningKey()]
  const receiver = await start('receiver-process.ts', {})
  const target = await receiver.ask<string>({ kind: 'url' })
  for (const agency of kind.agencies) await aRecipient(database, vault, agency, `${target}/${agency}`)
  const citizen = await aCitizen(database, vault, 'amira')
  const { worker: url, owner: ownerUrl } = database.urls
  const startWorker = (script = 'worker-process.ts') =>
    start(script, { ...{ url, ownerUrl, dataDir, signingKeys }, baseUrl: BASE_URL }, flagsOfWorker)
  await kind.past?.({ database, citizen }, async (work) => {
    const worker = await startWorker()
    await work()
    await worker.end()
  })
  const poster = await start('poster-process.ts', { url, target, signingKeys }, flagsOfWorker)
  const bench: Bench = {
    ...{ database, citizen, receiver, poster, worker: await startWorker(kind.workerScript) },
    async withoutWorker(work) {
      await bench.worker.end()
      const result = await work()
      bench.worker = await startWorker(kind.workerScript)
      return result
    },
  }
  return bench
}

async function aFolder(stack: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tell-us-once-bench-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  // Where root's server, which is another user's, may enter.
  await chmod(folder, 0o755)
  return folder
}

async function openServer(stack: AsyncDisposableStack, dataDir: string, flags: string[]): Promise<TestDatabase> {
  const provided = await provideDatabase({ dataDir, log: () => undefined, flags })
  stack.defer(() => provided.stop())
  const { urls } = provided
  const pools = { owner: openDatabase(urls.owner), web: openDatabase(urls.web), worker: openDatabase(urls.worker) }
  stack.defer(async () => void (await Promise.all(Object.values(pools).map((pool) => pool.destroy()))))
  return { urls, ...pools, close: () => provided.stop() }
}

async function aSigningKey(): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: 'bench-1' } as SigningJwk
}
