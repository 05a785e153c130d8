import type { Agent } from 'undici'
import { MINUTE } from '../shared/clock.ts'
import { outboundAgent } from '../web/outbound.ts'
import { retryPolicy } from './after-attempt.ts'
import { createSyntheticSender } from './conformance/send-synthetic.ts'
import { createDispatcher, type Dispatcher } from './dispatcher.ts'
import { tokenSigner } from './event-token.ts'
import { createStreamHealth, type StreamHealth } from './health/stream-health.ts'
import { createProver, type Prover } from './prover.ts'
import { PUSH_TIMEOUT } from './push.ts'
import { createPusher } from './pusher.ts'
import { createRedeliverySender, type RedeliverySender } from './replay/send-redeliveries.ts'
import { createStreamEventSender } from './send-stream-events.ts'
import type { Sender } from './sender.ts'
import { manySigner, type ManySigner } from './sign-many.ts'
import { setSigner } from './sign-set.ts'
import { createWaker, type Waker } from './wake.ts'
import type { WorkerParts } from './worker-parts.ts'

/** All that a worker works with, and who wakes which part of it. */
export interface Engine {
  parts: WorkerParts
  agent: Agent
  health: StreamHealth
  signer: ManySigner
  dispatcher: Dispatcher
  reports: Waker
  deliveries: Waker
  streams: Waker
  streamEvents: Sender
  /** Wakes whoever tries receivers with what is made up. */
  trials: Waker
  synthetic: Sender
  proofs: Waker
  prover: Prover
  /** Wakes whoever sends what bodies asked for once more. */
  again: Waker
  redeliveries: RedeliverySender
  stopping: AbortController
}

// Three times as long as a push may take.
const LEASE = MINUTE
// To one origin. Bodies behind one gateway share them: what each may have is for its lane to say, and never runs out here.
const CONNECTIONS = 2048

export function engineOf(parts: WorkerParts): Engine {
  const { allowLoopback, lookup } = parts
  const agent = outboundAgent({ allowLoopback, connections: CONNECTIONS, ...(lookup && { lookup }) })
  const [reports, deliveries, streams, trials, proofs, again] = Array.from({ length: 6 }, createWaker) as SixWakers
  const sending = sendingParts(parts, agent)
  const sign = tokenSigner(parts.signingKeys)
  const health = createStreamHealth()
  const signer = manySigner(parts.signingKeys, (error) => {
    parts.logger.error({ err: error }, 'the thread that signs has ended, signing without it')
  })
  return {
    ...{ parts, agent, signer, health, stopping: new AbortController() },
    ...{ reports, deliveries, streams, trials, proofs, again },
    dispatcher: createDispatcher({
      ...{ policy: retryPolicy, ...sending, sign, signer, health },
      ...{ onRoom: deliveries.wake, onAppetite: reports.wake },
    }),
    streamEvents: createStreamEventSender(sending),
    synthetic: createSyntheticSender(sending),
    prover: createProver({ ...sending, onProved: deliveries.wake }),
    redeliveries: createRedeliverySender({ ...sending, sign, onSent: again.wake }),
  }
}

type SixWakers = [Waker, Waker, Waker, Waker, Waker, Waker]

function sendingParts(parts: WorkerParts, agent: Agent) {
  const { clock, baseUrl, signingKeys, timeout = PUSH_TIMEOUT, lease = LEASE } = parts
  const signAssertion = setSigner(signingKeys, 'JWT')
  const pusher = createPusher({ agent, clock, baseUrl, timeout, signAssertion })
  return { ...parts, agent, pusher, timeout, lease, sign: setSigner(signingKeys) }
}
