import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import { ukToday } from '../../shared/dates.ts'
import type { Body } from './body.ts'
import { coveredAt, dealWith, openDesks, type Desk } from './desk.ts'
import { verifyEventToken, type EventToken, type SetError } from './event-token.ts'
import { toldFacts } from './facts.ts'
import type { Journal } from './journal.ts'
import { authorizationHeader, type AgencyKeys } from './keys.ts'
import type { Pace } from './pace.ts'
import type { Answer, Push } from './receiver.ts'
import type { Transmitter } from './transmitter.ts'
import type { Case, Work } from './work.ts'

export interface TakeInParts {
  body: Body
  keys: AgencyKeys
  journal: Journal<Work>
  transmitter: () => Promise<Transmitter>
  pace: Pace
  clock: Clock
  /** Called for every right token, seen before or not. */
  onReceived?: ((received: Received) => void) | undefined
  /** Called once for each token, when it is safely remembered. */
  onAccepted: (jti: string, work: Work) => void
}

/** What came in, for tests that look over a body's shoulder. */
export interface Received {
  agency: string
  /** The path of the subscription. */
  subscription: string
  token: EventToken
  duplicate: boolean
  at: Date
}

/** The body's side of RFC 8935: looks at whatever is pushed and answers; what it acknowledges it has remembered. */
export function takeIn(parts: TakeInParts): (push: Push) => Promise<Answer> {
  const desks = openDesks(parts.body, ukToday(parts.clock()))
  let callsToMiss = parts.body.downAtFirst ? parts.pace.unavailableCalls : 0
  return async (push) => {
    if (callsToMiss-- > 0) return { status: 503, retryAfter: parts.pace.retryAfter }
    const desk = desks.find(({ subscription }) => push.path === `/events/${subscription.path}`)
    if (!desk) return { status: 404 }
    if (!isAuthorized(push, authorizationHeader(parts.keys, desk.subscription.path))) {
      return refusal('authentication_failed', 'The authorization header is not the one agreed')
    }
    if (mediaType(push) !== 'application/secevent+jwt') {
      return refusal('invalid_request', 'The content type must be application/secevent+jwt')
    }
    return takeToken(parts, desk, push)
  }
}

const OF_THE_STREAM = 'https://schemas.openid.net/secevent/ssf/event-type/'
const RESYNC = '/schemas/events/resync/v1'

/** The same for a token that the body fetched itself (RFC 8936): no call, and nobody to be authorised. */
export function takeFetched(parts: TakeInParts): (token: string) => Promise<Answer> {
  const desk = openDesks(parts.body, ukToday(parts.clock())).find(({ subscription }) => subscription.polls)
  return (body) => (desk ? takeToken(parts, desk, { path: '', headers: {}, body }) : Promise.resolve({ status: 404 }))
}

async function takeToken(parts: TakeInParts, desk: Desk, push: Push): Promise<Answer> {
  const { body, clock, pace } = parts
  const { issuer, keys } = await parts.transmitter()
  const verdict = await verifyEventToken(push.body, { issuer, keys, audience: body.id, now: clock() })
  if (verdict.kind === 'wrong') return refusal(verdict.err, verdict.description)
  const { token } = verdict
  // Of the stream itself: that it works, that the service has paused it, or that all of it is to be fetched again, of which
  // this body has lost nothing. There is nothing to be done about a person.
  const { eventType } = token
  if (eventType.startsWith(OF_THE_STREAM) || eventType === `${issuer}${RESYNC}`) return { status: 202 }
  const covered = coveredAt(desk, eventType, issuer)
  if (!covered) return refusal('invalid_request', 'We did not ask for events of this type')
  const facts = toldFacts.safeParse(token.event)
  if (!facts.success) return refusal('invalid_request', 'The event does not have the form that its schema describes')
  const traceparent = traceparentIn(push)
  const told = { body, ...covered, facts: facts.data, personId: token.personId, traceparent, now: clock(), pace }
  return remember(parts, desk, token, told)
}

async function remember(parts: TakeInParts, desk: Desk, token: EventToken, told: Case): Promise<Answer> {
  const { jti } = token
  const work = await dealWith(desk, parts.journal, jti, told)
  const { path } = desk.subscription
  parts.onReceived?.({ agency: parts.body.id, subscription: path, token, duplicate: !work, at: parts.clock() })
  if (work) parts.onAccepted(jti, work)
  return { status: 202 }
}

function isAuthorized({ headers }: Push, expected: string): boolean {
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(expected)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** W3C Trace Context, version 00. */
function traceparentIn({ headers }: Push): string | undefined {
  const { traceparent } = headers
  return typeof traceparent === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent)
    ? traceparent
    : undefined
}

const mediaType = ({ headers }: Push) => (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()

const refusal = (err: SetError, description: string): Answer => ({ status: 400, body: { err, description } })
