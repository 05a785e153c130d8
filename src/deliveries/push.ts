import type { IncomingHttpHeaders } from 'node:http'
import type { Agent, Dispatcher } from 'undici'
import { SECOND } from '../shared/clock.ts'
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
export async function push(agent: Agent, message: Push, timeout = PUSH_TIMEOUT): Promise<AttemptResult> {
  try {
    return resultOf(await answerTo(agent, requestOf(message), timeout))
  } catch (error) {
    return { kind: 'unreachable', code: codeOf(error) }
  }
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** As much as came of it before it was enough, broke off or took too long. */
  body: Buffer[]
}

/** By `dispatch`: a stream and a signal for each call cost as much as the call. */
function answerTo(agent: Agent, request: Dispatcher.DispatchOptions, timeout: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  let controller: Dispatcher.DispatchController | undefined
  let answer: Answer | undefined
  let size = 0
  let ended: Error | undefined
  // The status is the answer: what stands in the body, or that it breaks off, changes nothing.
  const end = () => {
    clearTimeout(timer)
    if (answer) resolve(answer)
    // Made here only: an error costs half as much as the whole call.
    else reject(ended ?? new Error('It ended without an answer'))
  }
  const fail = (error: Error) => {
    ended = error
    end()
  }
  const stop = (reason: Error) => {
    controller?.abort(reason)
    fail(reason)
  }
  const timer = setTimeout(() => stop(new DOMException('It took too long', 'TimeoutError')), timeout)
  agent.dispatch(request, {
    onRequestStart(started) {
      controller = started
      if (ended) started.abort(ended)
    },
    onResponseStart(_, status, headers) {
      if (status >= 200) answer = { status, headers, body: [] }
    },
    onResponseData(_, chunk) {
      size += chunk.length
      if (size > LARGEST_ANSWER) stop(new Error('It said too much'))
      else answer?.body.push(chunk)
    },
    onResponseEnd: end,
    onResponseError: (_, error) => fail(error),
  })
  return promise
}

/** @throws {TypeError} for an address that is none. */
const requestOf = ({ url, authorization, token, traceparent }: Push): Dispatcher.DispatchOptions => ({
  ...placeOf(url),
  method: 'POST',
  headers: {
    'content-type': 'application/secevent+jwt',
    accept: 'application/json',
    traceparent,
    ...(authorization === undefined ? {} : { authorization }),
  },
  body: token,
  // One timer for all of it: ours.
  headersTimeout: 0,
  bodyTimeout: 0,
})

// The few places that there are, each parsed once.
const places = new Map<string, { origin: string; path: string }>()
const MOST_PLACES = 1000

function placeOf(url: string) {
  const known = places.get(url)
  if (known) return known
  const { origin, pathname, search } = new URL(url)
  const place = { origin, path: pathname + search }
  if (places.size >= MOST_PLACES) places.clear()
  places.set(url, place)
  return place
}

function resultOf({ status, headers, body }: Answer): AttemptResult {
  if (status === 400) return { kind: 'refused', status, code: errorCodeIn(Buffer.concat(body).toString('utf8')) }
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
