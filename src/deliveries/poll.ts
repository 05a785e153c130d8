import { SECOND } from '../shared/clock.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ReceiverStream } from '../subscriptions/stream.ts'
import type { Bell, Waiting } from './bell.ts'
import { handOver, type HandOverParts, type PollAnswer } from './hand-over.ts'
import type { PollRequest } from './poll-request.ts'
import { takeAnswers } from './take-answers.ts'

export interface PollParts extends HandOverParts {
  bell: Bell
  /** False from the moment the process was asked to stop. */
  isServing: () => boolean
  /** Milliseconds that a poll waits at most. */
  longestWait?: number
}

// Load balancers cut a silent connection after a minute.
const LONGEST_WAIT = 30 * SECOND
// What comes due by the clock calls nobody.
const LOOK_AGAIN = 5 * SECOND
const NOTICE_THE_END = SECOND / 4

const NOTHING: PollAnswer = { sets: {}, moreAvailable: false }

/**
 * One poll (RFC 8936, section 2): answers first, then tokens, for which it waits unless it says not to. A stream that is
 * pushed to, paused or disabled takes answers still, so that nothing is lost by the change.
 *
 * @param gone when nobody is there any more to take an answer
 * @throws Refusal `conflict` for a poll for tokens of a stream that is pushed to.
 */
export async function poll(
  parts: PollParts,
  stream: ReceiverStream,
  request: PollRequest,
  gone: AbortSignal,
): Promise<PollAnswer> {
  const whose = { agency: stream.agencyId, stream: stream.id, now: parts.clock() }
  await takeAnswers(parts.db, whose, request)
  if (request.maxEvents === 0) return NOTHING
  if (stream.method !== 'poll') {
    if (request.acknowledged.length + request.refused.size > 0) return NOTHING
    throw new Refusal('conflict', 'This stream is pushed to: its tokens are not polled for')
  }
  const waiting = request.returnImmediately ? undefined : parts.bell.join(stream.id)
  const look = () => handOver(parts, stream.agencyId, stream.id, request.maxEvents)
  if (!waiting) return look()
  return waitFor(parts, waiting, look, gone).finally(() => waiting.leave())
}

async function waitFor(
  { longestWait = LONGEST_WAIT, isServing }: PollParts,
  { waker }: Waiting,
  look: () => Promise<PollAnswer>,
  gone: AbortSignal,
): Promise<PollAnswer> {
  const over = AbortSignal.any([AbortSignal.timeout(longestWait), gone])
  over.addEventListener('abort', waker.wake)
  const closing = setInterval(() => {
    if (!isServing()) waker.wake()
  }, NOTICE_THE_END)
  try {
    for (;;) {
      const answer = gone.aborted ? NOTHING : await look()
      if (Object.keys(answer.sets).length > 0 || over.aborted || !isServing()) return answer
      await waker.wait(LOOK_AGAIN)
    }
  } finally {
    clearInterval(closing)
  }
}
