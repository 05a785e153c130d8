import { setTimeout as pause } from 'node:timers/promises'
import { SECOND } from '../../shared/clock.ts'
import type { Logger } from '../../shared/log.ts'
import type { Answer } from './receiver.ts'
import type { PollAnswers, ServiceClient } from './service-client.ts'

export interface PollerParts {
  client: Pick<ServiceClient, 'pollAddress' | 'poll'>
  /** Looks at a token as if it had been pushed. */
  take: (token: string) => Promise<Answer>
  logger: Logger
  signal: AbortSignal
}

// The service may not be there yet, or not know us yet.
const TRY_AGAIN = 2 * SECOND
const NOTHING: PollAnswers = { ack: [], setErrs: {} }

/**
 * Fetches tokens (RFC 8936) for a body that nobody outside may call: asks, waits for an answer, and says with the next
 * call which tokens it has remembered. What it could not say is said again: the service takes that twice.
 */
export async function pollForTokens({ client, take, logger, signal }: PollerParts): Promise<void> {
  let answers = NOTHING
  let address: string | undefined
  while (!signal.aborted) {
    try {
      address ??= await client.pollAddress()
      if (address === undefined) {
        await rest(signal)
        continue
      }
      const { sets } = await client.poll(address, answers, signal)
      answers = await takeAll(sets, take)
    } catch (error) {
      if (signal.aborted) return
      address = undefined
      logger.debug({ err: error }, 'a sample body could not poll, and will try again')
      await rest(signal)
    }
  }
}

/** One after the other, as what they say of one person comes in order. What cannot be judged now is left to come again. */
async function takeAll(sets: Record<string, string>, take: PollerParts['take']): Promise<PollAnswers> {
  const ack: string[] = []
  const setErrs: PollAnswers['setErrs'] = {}
  for (const [jti, token] of Object.entries(sets)) {
    const { status, body } = await take(token)
    if (status < 300) ack.push(jti)
    else if (status === 400 && body) setErrs[jti] = body
  }
  return { ack, setErrs }
}

const rest = (signal: AbortSignal) => pause(TRY_AGAIN, undefined, { signal }).catch(() => undefined)
