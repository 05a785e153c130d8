import type { Agent, Dispatcher } from 'undici'
import { SECOND } from '../shared/clock.ts'
import { readAtMost } from '../web/bounded-body.ts'
import type { AttemptResult } from './delivery.ts'

export interface Push {
  url: string
  /** Sent exactly as the receiver gave it. */
  authorization: string | undefined
  token: string
  /** W3C trace context, so that a body's own log can be matched with ours. */
  traceparent: string
}

export const PUSH_TIMEOUT = 20 * SECOND

// An error answer has a few words; whoever sends more is not read further.
const LARGEST_ANSWER = 16 * 1024

/** Hands one token over (RFC 8935). Whatever goes wrong at the other end is a result, never an exception. */
export async function push(agent: Agent, { url, authorization, token, traceparent }: Push, timeout = PUSH_TIMEOUT) {
  try {
    const { origin, pathname, search } = new URL(url)
    const response = await agent.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: {
        'content-type': 'application/secevent+jwt',
        accept: 'application/json',
        traceparent,
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: token,
      headersTimeout: timeout,
      bodyTimeout: timeout,
      signal: AbortSignal.timeout(timeout),
    })
    return await resultOf(response)
  } catch (error) {
    return { kind: 'unreachable', code: codeOf(error) } satisfies AttemptResult
  }
}

async function resultOf({ statusCode: status, headers, body }: Dispatcher.ResponseData): Promise<AttemptResult> {
  if (status === 400) return { kind: 'refused', status, code: errorCodeIn(await readAtMost(body, LARGEST_ANSWER)) }
  // The status is the answer: what stands in the body, or that it breaks off, changes nothing.
  await body.dump({ limit: LARGEST_ANSWER }).catch(() => undefined)
  if (status >= 200 && status < 300) return { kind: 'accepted', status }
  if (status >= 300 && status < 400) return { kind: 'redirected', status }
  if (status === 410) return { kind: 'gone', status }
  if (status === 429 || status === 503) {
    const retryAfter = headers['retry-after']
    return { kind: 'busy', status, ...(typeof retryAfter === 'string' ? { retryAfter } : {}) }
  }
  return { kind: 'failed', status }
}

/** RFC 8935 section 2.4 and the registry of its section 7.1. */
const ERROR_CODES = [
  'invalid_request',
  'invalid_key',
  'invalid_issuer',
  'invalid_audience',
  'authentication_failed',
  'access_denied',
  // SSF 1.0, section 8.1.4.1.
  'invalid_state',
]

/** Only a code of the registry is kept: anything else is text of the body's own, and could say anything. */
export function errorCodeOf(answer: unknown): string {
  const err = typeof answer === 'object' && answer !== null && 'err' in answer ? answer.err : undefined
  return ERROR_CODES.find((code) => code === err) ?? 'unrecognised'
}

function errorCodeIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text)
    return errorCodeOf(answer)
  } catch {
    return 'unrecognised'
  }
}

/** Of the transport. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'TimeoutError') return 'TIMEOUT'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
