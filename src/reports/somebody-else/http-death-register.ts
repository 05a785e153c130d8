import { Agent, request } from 'undici'
import { z } from 'zod'
import { personNames } from '../../catalogue/person-name.ts'
import { createBreaker } from '../../shared/breaker.ts'
import { SECOND, type Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/log.ts'
import type { DeathRegister, RegisterAnswer } from './death-register.ts'

export interface HttpDeathRegisterParts {
  /** Where to ask. */
  url: string
  /** Sent as a bearer token. */
  key: string
  clock: Clock
  logger: Logger
  /** In milliseconds, for the whole answer. */
  timeout?: number
}

const TIMEOUT = 5 * SECOND
const MOST_BYTES = 100_000

const UNAVAILABLE: RegisterAnswer = { kind: 'unavailable' }

const found = z.object({ names: personNames, birth_date: z.iso.date() })

/**
 * A register behind one address: asked with a POST of `{ reference, death_date }`, so that neither stands in a log of
 * addresses. It answers 200 with `{ names, birth_date }`, or 404 when the two do not belong together. Whatever goes wrong
 * there is `unavailable`.
 */
export function httpDeathRegister(parts: HttpDeathRegisterParts): DeathRegister {
  const breaker = createBreaker(parts.clock)
  const dispatcher = new Agent({ maxResponseSize: MOST_BYTES, keepAliveTimeout: 10 * SECOND })
  return {
    async find(reference, deathDate) {
      if (!breaker.mayAsk()) return UNAVAILABLE
      const answer = await ask(parts, dispatcher, { reference, deathDate }).catch((error: unknown) => {
        // The name only: the message of a parser quotes what it could not read.
        parts.logger.warn({ problem: error instanceof Error ? error.name : typeof error }, 'death register failed')
        return UNAVAILABLE
      })
      breaker.settle(answer.kind !== 'unavailable')
      return answer
    },
  }
}

async function ask(
  { url, key, logger, timeout = TIMEOUT }: HttpDeathRegisterParts,
  dispatcher: Agent,
  { reference, deathDate }: { reference: string; deathDate: string },
): Promise<RegisterAnswer> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    dispatcher,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ reference, death_date: deathDate }),
    signal: AbortSignal.timeout(timeout),
  })
  if (statusCode === 200) {
    const { names, birth_date: birthDate } = found.parse(await body.json())
    return { kind: 'found', death: { reference, names, birthDate, deathDate } }
  }
  await body.dump()
  if (statusCode === 404) return { kind: 'none' }
  logger.warn({ status: statusCode }, 'death register refused')
  return UNAVAILABLE
}
