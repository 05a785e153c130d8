import { DAY, MINUTE, SECOND, later, type Clock } from '../shared/clock.ts'
import { OneLoginUnavailable, type Fetch } from './outbound.ts'

/** A published document (discovery, JWKS, DID), held as long as its publisher says and longer when it is away. */
export interface CachedDocument<Value> {
  /** @throws OneLoginUnavailable when there is no copy, not even a stale one. */
  read(): Promise<Value>
  /**
   * Once more from the publisher, because something that should be in it is not (a new key). Once a minute at most;
   * otherwise, and when the publisher is away, the copy at hand.
   */
  refetch(): Promise<Value>
}

interface Source<Value> {
  url: () => string | Promise<string>
  fetch: Fetch
  clock: Clock
  /** In milliseconds, when the answer does not say itself. */
  maxAge: number
  /** @throws when the document is not what it should be; it is then treated as unavailable. */
  parse: (document: unknown) => Value
}

interface Copy<Value> {
  value: Value
  freshUntil: Date
}

const BETWEEN_REFETCHES = MINUTE
// While the publisher is away, people are served from the stale copy without each waiting for a timeout.
const BETWEEN_RETRIES = 30 * SECOND

export function cachedDocument<Value>(source: Source<Value>): CachedDocument<Value> {
  const { clock } = source
  let copy: Copy<Value> | undefined
  let underWay: Promise<Copy<Value>> | undefined
  let retryAt = new Date(0)
  let refetchAt = new Date(0)

  async function refresh(): Promise<Value> {
    underWay ??= download(source).finally(() => (underWay = undefined))
    try {
      copy = await underWay
    } catch (error) {
      retryAt = later(clock(), BETWEEN_RETRIES)
      if (!copy) throw error
    }
    return copy.value
  }

  return {
    async read() {
      const usable = copy && (clock() < copy.freshUntil || clock() < retryAt)
      return copy && usable ? copy.value : refresh()
    },
    async refetch() {
      if (copy && clock() < refetchAt) return copy.value
      refetchAt = later(clock(), BETWEEN_REFETCHES)
      return refresh()
    },
  }
}

async function download<Value>({ url, fetch, clock, maxAge, parse }: Source<Value>): Promise<Copy<Value>> {
  const response = await fetch(await url(), { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new OneLoginUnavailable(new Error(`status ${response.status}`))
  try {
    const value = parse(await response.json())
    return { value, freshUntil: later(clock(), lifetime(response.headers, maxAge)) }
  } catch (cause) {
    throw new OneLoginUnavailable(cause)
  }
}

/** How long an answer may be used, in milliseconds (RFC 9111 section 4.2): never longer than a day. */
export function lifetime(headers: Headers, otherwise: number): number {
  const control = headers.get('cache-control') ?? ''
  if (/\bno-(store|cache)\b/i.test(control)) return 0
  const maxAge = /\bmax-age=(\d+)/i.exec(control)?.[1]
  if (maxAge === undefined) return otherwise
  const age = Number(headers.get('age') ?? 0) || 0
  return Math.min(Math.max(Number(maxAge) - age, 0) * SECOND, DAY)
}
