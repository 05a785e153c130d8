import { Agent, request } from 'undici'
import { createBreaker } from '../shared/breaker.ts'
import { SECOND, type Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/log.ts'
import type { AddressLookup, Lookup } from './address-lookup.ts'
import { placesAnswer, toFoundAddresses } from './delivery-point.ts'

export interface OsPlacesParts {
  apiKey: string
  clock: Clock
  logger: Logger
  /** The service's own unless a test stands in for it. */
  baseUrl?: string
  /** In milliseconds, for the whole answer. */
  timeout?: number
}

export const OS_PLACES = 'https://api.os.uk/search/places/v1'

// A person is waiting, and typing the address takes them half a minute.
const TIMEOUT = 3 * SECOND
// Royal Mail puts at most 100 delivery points under a postcode; a hundred results are about 150 kB.
const MOST_RESULTS = 100
const MOST_BYTES = 1_000_000

const UNAVAILABLE: Lookup = { kind: 'unavailable' }

/**
 * Ordnance Survey's Places API: all delivery points of a postcode. Whatever goes wrong there (silence, refusal, an
 * answer of another shape) is `unavailable`, and the journey goes on with a typed address.
 */
export function osPlaces(parts: OsPlacesParts): AddressLookup {
  const breaker = createBreaker(parts.clock)
  const dispatcher = new Agent({ maxResponseSize: MOST_BYTES, keepAliveTimeout: 10 * SECOND })
  return {
    async findByPostcode(postcode) {
      if (!breaker.mayAsk()) return UNAVAILABLE
      const lookup = await ask(parts, dispatcher, postcode).catch((error: unknown) => {
        // The name only: the message of a parser quotes what it could not read.
        parts.logger.warn({ problem: error instanceof Error ? error.name : typeof error }, 'address look-up failed')
        return UNAVAILABLE
      })
      breaker.settle(lookup.kind === 'found')
      return lookup
    },
  }
}

/** The key travels in a header, so that no proxy's log holds it; the postcode can only travel in the query. */
async function ask(parts: OsPlacesParts, dispatcher: Agent, postcode: string): Promise<Lookup> {
  const query = new URLSearchParams({ postcode, dataset: 'DPA', maxresults: String(MOST_RESULTS) })
  const { statusCode, body } = await request(`${parts.baseUrl ?? OS_PLACES}/postcode?${query.toString()}`, {
    dispatcher,
    headers: { key: parts.apiKey, accept: 'application/json' },
    signal: AbortSignal.timeout(parts.timeout ?? TIMEOUT),
  })
  if (statusCode !== 200) {
    await body.dump()
    parts.logger.warn({ status: statusCode }, 'address look-up refused')
    return UNAVAILABLE
  }
  const { results } = placesAnswer.parse(await body.json())
  return { kind: 'found', addresses: toFoundAddresses(results.map((result) => result.DPA)) }
}
