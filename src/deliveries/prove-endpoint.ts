import { randomUUID } from 'node:crypto'
import type { Agent } from 'undici'
import type { Clock } from '../shared/clock.ts'
import type { Algorithm } from '../vault/signing-keys.ts'
import { failureOf, type AttemptResult } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import { push } from './push.ts'
import type { Pusher } from './pusher.ts'
import type { SignSet } from './sign-set.ts'
import { claimsOfStreamEvent } from './stream-event.ts'

export interface ProofParts {
  agent: Agent
  pusher: Pusher
  sign: SignSet
  baseUrl: string
  clock: Clock
  /** Milliseconds for one push. */
  timeout: number
}

export interface ProvableStream {
  agencyId: string
  algorithm: Algorithm
  endpoint: Endpoint
}

/** A verification event that it takes, a call of somebody who shows nothing, and a token that is not ours. */
export const proofSteps = ['verification', 'unauthenticated', 'badly-signed'] as const
export type ProofStep = (typeof proofSteps)[number]

/** `detail`: how the endpoint answered the step that it did not pass, in a code of ours. */
export type ProofResult = { kind: 'proved' } | { kind: 'failed'; step: ProofStep; detail: string }

/** How the state of such a verification begins, so that whoever reads a receiver's log knows what it was. */
export const PROOF_STATE = 'endpoint-proof-'

/**
 * Whether an endpoint takes our tokens and turns away what is not ours, so that nobody else can tell it things and it is
 * told nothing by mistake. Whatever goes wrong there is a result.
 */
export async function proveEndpoint(parts: ProofParts, stream: ProvableStream): Promise<ProofResult> {
  const { agent, pusher, timeout } = parts
  const { endpoint } = stream
  const taken = await pusher.push(endpoint, messageWith(signed(parts, stream)))
  if (taken.kind !== 'accepted') return failed('verification', taken)
  const without = showsSomething(endpoint) ? signed(parts, stream) : unsigned(signed(parts, stream))
  const stranger = await push(agent, { url: endpoint.url, authorization: undefined, ...messageWith(without) }, timeout)
  if (!isRefusal(stranger)) return failed('unauthenticated', stranger)
  const authorization = await pusher.authorizationFor(endpoint)
  if (typeof authorization === 'object') return failed('badly-signed', authorization)
  const forged = messageWith(badlySigned(signed(parts, stream)))
  const forger = await push(agent, { url: endpoint.url, authorization, ...forged }, timeout)
  return isRefusal(forger) ? { kind: 'proved' } : failed('badly-signed', forger)
}

const failed = (step: ProofStep, result: AttemptResult): ProofResult => ({
  ...{ kind: 'failed', step },
  detail: failureOf(result) ?? ('status' in result ? `accepted ${result.status}` : result.kind),
})

/** With nothing to show, it is told from a stranger by the signature alone. */
const showsSomething = ({ authorization, tokens }: Endpoint) => authorization !== undefined || tokens !== undefined

function signed({ sign, baseUrl, clock }: ProofParts, { agencyId, algorithm, endpoint }: ProvableStream): string {
  const content = { state: PROOF_STATE + randomUUID() }
  const event = { id: randomUUID(), subscriptionId: endpoint.subscriptionId, agencyId, content }
  return sign(claimsOfStreamEvent({ ...event, kind: 'verification' }, baseUrl, clock()), algorithm)
}

/** RFC 7519, section 6. */
function unsigned(token: string): string {
  const [, claims = ''] = token.split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'secevent+jwt' })).toString('base64url')
  return `${header}.${claims}.`
}

/** The same in all but that nobody signed it. */
function badlySigned(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const wrong = Uint8Array.from(Buffer.from(signature, 'base64url'), (byte) => byte ^ 0xff)
  return `${header}.${claims}.${Buffer.from(wrong).toString('base64url')}`
}

function messageWith(token: string) {
  const trace = randomUUID().replaceAll('-', '')
  return { token, traceparent: `00-${trace}-${trace.slice(-16)}-01` }
}

// That it is busy or takes too long says nothing of what it would have done.
const NO_ANSWER = [408, 425]

function isRefusal(result: AttemptResult): boolean {
  if (result.kind === 'refused' || result.kind === 'gone') return true
  return result.kind === 'failed' && result.status < 500 && !NO_ANSWER.includes(result.status)
}
