import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
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
import { DAY, later } from '../../src/shared/clock.ts'
import { openDatabase } from '../../src/shared/database.ts'
import { createLogger } from '../../src/shared/log.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { outboundAgent } from '../../src/web/outbound.ts'
import { testVault } from '../support/access-log.ts'

export interface JobSettings {
  url: string
  ownerUrl: string
  baseUrl: string
  signingKeys: SigningJwk[]
}

/** A claimed delivery as a job says it. */
export type DeliveryJob = Omit<ClaimedDelivery, 'subjectRef' | 'dueSince' | 'leasedUntil'> &
  Record<'subjectRef' | 'dueSince' | 'leasedUntil', string>

export type JobWork = ReturnType<typeof jobWork>

const IN_FLIGHT = 64
const WHEN_IDLE = 10

/**
 * What a job does for its delivery, whichever library it is of: all that our worker does, with our worker's own parts and
 * in batches as large. The library is the queue and the lease, and nothing else of it is left out.
 */
export function jobWork({ url, baseUrl, signingKeys }: JobSettings) {
  const db = openDatabase(url, { plansOnce: true })
  const clock = () => new Date()
  const agent = outboundAgent({ allowLoopback: true, connections: IN_FLIGHT })
  const signAssertion = setSigner(signingKeys, 'JWT')
  const logger = createLogger({ level: 'error', write: (line) => process.stderr.write(line) })
  const signer = manySigner(signingKeys, (error) => logger.error({ err: error }, 'the thread that signs has ended'))
  return {
    ...{ db, vault: testVault(), clock, baseUrl, policy: retryPolicy, timeout: 20_000 },
    logger,
    pusher: createPusher({ agent, clock, baseUrl, timeout: 20_000, signAssertion }),
    ...{ sign: tokenSigner(signingKeys), signer },
  }
}

/** Fans out for as long as it lives, and has a job made for each delivery. */
export async function enqueueAll(
  { db, vault, clock }: JobWork,
  enqueue: (jobs: DeliveryJob[]) => Promise<unknown>,
): Promise<never> {
  for (;;) {
    // Made leased to whoever has the job, so that no second claim is paid for.
    const fresh = { lease: randomUUID(), leasedUntil: later(clock(), DAY), rooms: {}, otherwise: 1_000_000 }
    const { claimed, more } = await fanOut(db, vault, clock(), { fresh })
    if (claimed.length > 0) await enqueue(claimed.map(jobOf))
    if (!more) await pause(WHEN_IDLE)
  }
}

/** Opens, checks, minimises, records, signs, sends and settles a batch. */
export async function deliverBatch(work: JobWork, jobs: readonly DeliveryJob[]): Promise<void> {
  const prepared = await prepareAll(work, jobs.map(claimedOf), work.clock())
  const ready = prepared.flatMap((one) => (one.kind === 'send' ? [one.sendable] : []))
  const signed: SignedSendable[] = []
  for await (const some of signReady(work, ready)) signed.push(...some)
  await settleBatch(work.db, await sendAll(work, signed))
}

async function sendAll(work: JobWork, ready: readonly SignedSendable[]) {
  const left = ready.values()
  const lane = async () => {
    const settlements = []
    for (const sendable of left) settlements.push((await send(work, sendable)).settlement)
    return settlements
  }
  return (await Promise.all(Array.from({ length: IN_FLIGHT }, lane))).flat()
}

const jobOf = (delivery: ClaimedDelivery): DeliveryJob => ({
  ...delivery,
  subjectRef: delivery.subjectRef.toString('hex'),
  dueSince: delivery.dueSince.toISOString(),
  leasedUntil: delivery.leasedUntil.toISOString(),
})

const claimedOf = (job: DeliveryJob): ClaimedDelivery => ({
  ...job,
  subjectRef: Buffer.from(job.subjectRef, 'hex'),
  dueSince: new Date(job.dueSince),
  leasedUntil: new Date(job.leasedUntil),
})
