// The same work with a job for each delivery: jobs are the lease and the queue, and everything else is our own.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import { retryPolicy } from '../../src/deliveries/after-attempt.ts'
import { prepareAll, signReady } from '../../src/deliveries/claimed-batch.ts'
import type { ClaimedDelivery } from '../../src/deliveries/delivery.ts'
import { tokenSigner } from '../../src/deliveries/event-token.ts'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import { createPusher } from '../../src/deliveries/pusher.ts'
import { send, type SignedSendable } from '../../src/deliveries/send.ts'
import { settleBatch } from '../../src/deliveries/settle.ts'
import { manySigner } from '../../src/deliveries/sign-many.ts'
import { setSigner } from '../../src/deliveries/sign-set.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { outboundAgent } from '../../src/web/outbound.ts'
import { testVault } from '../support/access-log.ts'
import { answerParent, settingsOfChild } from './child.ts'

const QUEUE = 'deliveries'
const A_FETCH = 500
const FETCHERS = 2
const IN_FLIGHT = 64
const A_DAY = 86_400_000

interface Settings {
  url: string
  ownerUrl: string
  baseUrl: string
  signingKeys: SigningJwk[]
}

const { url, ownerUrl, baseUrl, signingKeys } = settingsOfChild<Settings>()
const db = openDatabase(url, { plansOnce: true })
const clock = () => new Date()
const vault = testVault()
const agent = outboundAgent({ allowLoopback: true, connections: 64 })
const signAssertion = setSigner(signingKeys, 'JWT')
const parts = {
  ...{ db, vault, clock, baseUrl, policy: retryPolicy, timeout: 20_000 },
  logger: createLogger({ level: 'error', write: (line) => process.stderr.write(line) }),
  pusher: createPusher({ agent, clock, baseUrl, timeout: 20_000, signAssertion }),
  ...{ sign: tokenSigner(signingKeys), signer: manySigner(signingKeys) },
}
const boss = new PgBoss({ connectionString: ownerUrl, schema: 'bench_jobs' })
boss.on('error', (error: unknown) => parts.logger.error({ err: error }, 'the job library failed'))
await boss.start()
await boss.createQueue(QUEUE)

/** Made leased to whoever has the job, so that no second claim is paid for. */
async function enqueue(): Promise<void> {
  for (;;) {
    const leasedUntil = new Date(Date.now() + A_DAY)
    const fresh = { lease: randomUUID(), leasedUntil, rooms: {}, otherwise: 1_000_000 }
    const { claimed, more } = await fanOut(db, vault, clock(), { fresh })
    if (claimed.length > 0)
      await boss.insert(
        QUEUE,
        claimed.map((delivery) => ({ data: { ...delivery, subjectRef: delivery.subjectRef.toString('hex') } })),
      )
    if (!more) await pause(10)
  }
}

type Sent = Omit<ClaimedDelivery, 'subjectRef' | 'dueSince' | 'leasedUntil'> & {
  subjectRef: string
  dueSince: string
  leasedUntil: string
}

const claimedOf = (sent: Sent): ClaimedDelivery => ({
  ...sent,
  subjectRef: Buffer.from(sent.subjectRef, 'hex'),
  dueSince: new Date(sent.dueSince),
  leasedUntil: new Date(sent.leasedUntil),
})

async function work(): Promise<void> {
  for (;;) {
    const jobs = await boss.fetch<Sent>(QUEUE, { batchSize: A_FETCH })
    if (jobs.length === 0) {
      await pause(10)
      continue
    }
    const prepared = await prepareAll(
      parts,
      jobs.map(({ data }) => claimedOf(data)),
      clock(),
    )
    const ready = prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
    await settleBatch(db, await sendAll(await signReady(parts, ready)))
    await boss.complete(
      QUEUE,
      jobs.map(({ id }) => id),
    )
  }
}

async function sendAll(ready: readonly SignedSendable[]) {
  const left = ready.values()
  const lane = async () => {
    const settlements = []
    for (const sendable of left) settlements.push((await send(parts, sendable)).settlement)
    return settlements
  }
  return (await Promise.all(Array.from({ length: IN_FLIGHT }, lane))).flat()
}

const failed = (error: unknown) => {
  parts.logger.error({ err: error }, 'the comparison ended')
  process.exit(1)
}
enqueue().catch(failed)
for (let fetcher = 0; fetcher < FETCHERS; fetcher += 1) work().catch(failed)

answerParent({})
