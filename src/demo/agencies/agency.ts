import { join } from 'node:path'
import type { JWK } from 'jose'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/log.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Body } from './body.ts'
import { CONFIRMATIONS, confirmNumber } from './confirm-number.ts'
import { countDays } from './count-days.ts'
import { doWork } from './do-work.ts'
import { openJournal } from './journal.ts'
import { agencyKeys, authorizationHeader, publicKeyOf } from './keys.ts'
import type { Pace } from './pace.ts'
import { pollForTokens } from './poller.ts'
import { startReceiver } from './receiver.ts'
import { serviceClient } from './service-client.ts'
import { takeFetched, takeIn, type Received } from './take-in.ts'
import { openTally } from './tally.ts'
import { findTransmitter } from './transmitter.ts'
import type { Work } from './work.ts'

export interface AgencyOptions {
  /** The service's address: all that a body needs to know of it. */
  baseUrl: string
  /** Where keys and journal are kept; without it nothing outlives the process. */
  folder?: string | undefined
  pace: Pace
  clock: Clock
  logger: Logger
  onReceived?: ((received: Received) => void) | undefined
}

/** What a body tells the service of itself, so that it can be told things. */
export interface AgencyDetails {
  id: string
  publicKey: JWK
  /** In the order of its subscriptions. */
  streams: { endpoint: string; authorization: string }[]
  /** Where it says whose a number is. */
  confirmations: string
}

export interface RunningAgency extends AgencyDetails {
  close(): Promise<void>
}

/** Starts one body: its address, its memory, and what an earlier run left undone. */
export async function startAgency(body: Body, options: AgencyOptions): Promise<RunningAgency> {
  const { baseUrl, folder, clock, logger } = options
  const keys = await agencyKeys(body.id, folder)
  const journal = await openJournal<Work>(folder && join(folder, `${body.id}.journal`))
  const tally = await openTally(folder && join(folder, `${body.id}.tally`), ukToday(clock()))
  const client = serviceClient({ baseUrl, id: body.id, privateKey: keys.privateKey })
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const work = (jti: string, planned: Work, done?: number) => {
    const job = doWork({ body, journal, client, tally, clock, logger, signal: stopping.signal }, jti, planned, done)
    underWay.add(job)
    void job.finally(() => underWay.delete(job))
  }
  const transmitter = findTransmitter(baseUrl)
  const takeParts = { ...options, body, keys, journal, transmitter, onAccepted: work }
  const confirm = confirmNumber({ body, transmitter, clock })
  const take = takeIn(takeParts)
  const receiver = await startReceiver(0, (push) => (push.path === CONFIRMATIONS ? confirm(push) : take(push)))
  const polls = body.subscriptions.some((subscription) => subscription.polls)
  const fetched = takeFetched(takeParts)
  const polling = polls ? pollForTokens({ client, take: fetched, logger, signal: stopping.signal }) : Promise.resolve()
  const counting = countDays({ ...options, body, client, tally, signal: stopping.signal })
  for (const left of journal.unfinished()) work(left.jti, left.work, left.done)
  return {
    id: body.id,
    publicKey: publicKeyOf(keys.privateKey),
    streams: body.subscriptions.map(({ path }) => ({
      endpoint: `${receiver.url}/events/${path}`,
      authorization: authorizationHeader(keys, path),
    })),
    confirmations: `${receiver.url}${CONFIRMATIONS}`,
    async close() {
      stopping.abort()
      await receiver.close()
      await Promise.all([polling, counting])
      await Promise.all(underWay)
    },
  }
}
