import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, jwtVerify, type JWK } from 'jose'
import { PROOF_STATE } from '../../src/deliveries/prove-endpoint.ts'
import { saveSubscription } from '../../src/subscriptions/subscription-store.ts'
import { headerPlace, type Subscription } from '../../src/subscriptions/subscription.ts'
import { sealSetting, type Vault } from '../../src/vault/vault.ts'
import { v7 as uuidv7 } from 'uuid'
import { anAgency, anAgreement } from './agency.ts'
import type { TestDatabase } from './database.ts'

export const BASE_URL = 'https://tell-us-once.example'
export const EVENT = `${BASE_URL}/schemas/events/change-of-address/v1`

/** The claims of a token that has passed every check a receiver makes. */
export interface ReceivedToken {
  iss: string
  aud: string
  iat: number
  jti: string
  txn: string
  toe: number
  sub_id: { format: string; id: string }
  events: Record<string, Record<string, unknown>>
}

export interface Arrival {
  path: string
  headers: IncomingHttpHeaders
  token: ReceivedToken
  /** Of the key that signed it. */
  kid: string | undefined
  at: Date
}

export interface Proof {
  path: string
  authorization: string | undefined
  status: number
}

/** How it answers; by itself 202, as RFC 8935 has it. */
export type Answer = (res: ServerResponse, arrival: Arrival) => void

export interface Receiver {
  url: string
  /** Every token that came, in order, each verified with a library of others. */
  arrivals: Arrival[]
  /** Calls by which its endpoint proved itself, and how it answered them. */
  proofs: Proof[]
  /** What could not be verified. */
  faults: unknown[]
  /** Changes how it answers from now on. */
  answer: Answer
  /** How it answers what could not be verified; by itself it refuses. */
  onFault: (res: ServerResponse) => void
  close(): Promise<void>
}

const refused = (res: ServerResponse) =>
  void res.writeHead(400).end(JSON.stringify({ err: 'invalid_key', description: '' }))

const accepted: Answer = (res) => void res.writeHead(202).end()

/** A body's receiver, over real HTTP: takes what is signed by one of these keys, for whoever it is meant. */
export async function startReceiver(
  keys: JWK[],
  answer: Answer = accepted,
  { issuer = BASE_URL } = {},
): Promise<Receiver> {
  const keySet = createLocalJWKSet({ keys })
  const receiver: Omit<Receiver, 'url' | 'close'> = { arrivals: [], proofs: [], faults: [], answer, onFault: refused }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => void take(Buffer.concat(chunks).toString()))
    const take = async (jwt: string) => {
      if (isProof(jwt)) return prove(receiver, { req, res, isOurs: () => jwtVerify(jwt, keySet, { issuer }) })
      try {
        const { payload, protectedHeader } = await jwtVerify(jwt, keySet, { typ: 'secevent+jwt', issuer })
        const { kid } = protectedHeader
        const arrival = { path: req.url ?? '', headers: req.headers, token: payload as never, kid, at: new Date() }
        receiver.arrivals.push(arrival)
        receiver.answer(res, arrival)
      } catch (fault) {
        receiver.faults.push(fault)
        receiver.onFault(res)
      }
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(receiver, {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function isProof(jwt: string): boolean {
  const [, claims = ''] = jwt.split('.')
  return Buffer.from(claims, 'base64url').toString().includes(`"state":"${PROOF_STATE}`)
}

/** As a careful body does: who shows nothing, though others show something here, is turned away, and so is a forgery. */
async function prove(
  { proofs }: Pick<Receiver, 'proofs'>,
  { req, res, isOurs }: { req: IncomingMessage; res: ServerResponse; isOurs: () => Promise<unknown> },
): Promise<void> {
  const { url: path = '', headers } = req
  const shown = proofs.find((one) => one.path === path && one.authorization !== undefined)
  const known = shown === undefined || headers.authorization !== undefined
  const right = await isOurs().then(
    () => true,
    () => false,
  )
  const status = known ? (right ? 202 : 400) : 401
  proofs.push({ path, authorization: headers.authorization, status })
  res.writeHead(status).end()
}

export interface RecipientDetails {
  /** Fields of its agreement, and no matching ones unless said. */
  fields: string[]
  matching: string[]
  areas: string[] | null
  active: boolean
  endsOn: string | null
  authorization: string
  subscription: Partial<Subscription>
  /** That its endpoint has yet to prove itself. */
  unproved: boolean
}

/** A body with one agreement, `<id>-address`, and one push subscription, whose endpoint has proved itself. @returns the subscription's id. */
export async function aRecipient(
  database: TestDatabase,
  vault: Vault,
  id: string,
  endpointUrl: string,
  remarkable: Partial<RecipientDetails> = {},
): Promise<string> {
  const { fields = ['names', 'new_address'], matching = [], areas = null, active = true, endsOn = null } = remarkable
  await anAgency(database, { id, areas, active })
  if (!active) await database.owner('agencies').where({ id }).update({ status: 'suspended' })
  const events = [{ type: 'change-of-address', fields }]
  await anAgreement(database, { id: `${id}-address`, agencyId: id, matching, endsOn, events })
  const subscriptionId = uuidv7()
  const { authorization } = remarkable
  const place = headerPlace(subscriptionId)
  await saveSubscription(
    database.owner,
    {
      ...{ id: subscriptionId, agencyId: id, position: 0, method: 'push', endpointUrl, tokenUrl: null },
      ...{ events: null, agreements: null, status: 'enabled' },
      authorizationHeader: authorization === undefined ? null : sealSetting(vault, authorization, place),
      ...remarkable.subscription,
    },
    new Date(),
  )
  const proved = { proved_at: new Date('2026-11-01T09:00:00Z') }
  if (!remarkable.unproved) await database.owner('subscriptions').where({ id: subscriptionId }).update(proved)
  return subscriptionId
}
