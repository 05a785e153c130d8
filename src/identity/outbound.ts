import { SECOND, later, type Clock } from '../shared/clock.ts'
import { mayFetch, type RelyingParty } from './relying-party.ts'

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** One Login did not answer, or answered with a failure of its own. */
export class OneLoginUnavailable extends Error {
  constructor(cause?: unknown) {
    super('GOV.UK One Login did not answer', { cause })
    this.name = 'OneLoginUnavailable'
  }
}

const TIMEOUT = 5 * SECOND

// Five failures in a row are no coincidence; for ten seconds people get the "try later" page without a wait.
const FAILURES_BEFORE_PAUSE = 5
const PAUSE = 10 * SECOND

/**
 * Every back-channel call to One Login: with a User-Agent (it answers 403 without one), a timeout, no redirects, and a
 * breaker.
 *
 * @throws OneLoginUnavailable when it does not answer or answers 5xx.
 */
export function oneLoginFetch(
  { baseUrl, production }: Pick<RelyingParty, 'baseUrl' | 'production'>,
  { clock, fetch = globalThis.fetch }: { clock: Clock; fetch?: Fetch },
): Fetch {
  let failures = 0
  let pausedUntil = new Date(0)
  return async (url, init) => {
    if (!mayFetch(url, production)) throw new Error('One Login is asked over https only')
    if (clock() < pausedUntil) throw new OneLoginUnavailable()
    try {
      const response = await ask(fetch, url, withUserAgent(init, baseUrl))
      failures = 0
      return response
    } catch (cause) {
      failures += 1
      if (failures >= FAILURES_BEFORE_PAUSE) pausedUntil = later(clock(), PAUSE)
      throw new OneLoginUnavailable(cause)
    }
  }
}

async function ask(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
  if (response.status >= 500) throw new Error(`status ${response.status}`)
  return response
}

function withUserAgent(init: RequestInit | undefined, baseUrl: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('User-Agent', `tell-us-once/1 (${baseUrl})`)
  return { ...init, headers }
}
