import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch as undiciFetch } from 'undici'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export interface OutboundOptions {
  /** Development and tests only: servers on this machine, http too. */
  allowLoopback: boolean
  /** Connections per origin. */
  connections?: number
  lookup?: LookupFunction
}

/** The address is not of a server that we may call. */
export class AddressRefused extends Error {
  readonly code = 'ERR_ADDRESS_REFUSED'

  constructor() {
    super('The address may not be called')
    this.name = 'AddressRefused'
  }
}

/**
 * Calls to servers whose addresses others gave us. Https only, to public addresses only: the literal, every resolved and
 * the connected address are checked, since a check at look-up alone is passed by every literal form and by a name that
 * answers differently the second time. Never follows a redirect by itself.
 */
export function outboundAgent({ allowLoopback, connections = 16, lookup = systemLookup }: OutboundOptions): Agent {
  return new Agent({
    connect: guardedConnector(allowLoopback, lookup),
    connections,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 30_000,
  })
}

/** For the few calls of libraries that want a `fetch`: through the same guard, without redirects, bounded in time. */
export function outboundFetch(agent: Agent, milliseconds = 5_000): typeof globalThis.fetch {
  const guarded: typeof undiciFetch = (input, init) =>
    undiciFetch(input, { ...init, dispatcher: agent, redirect: 'error', signal: AbortSignal.timeout(milliseconds) })
  // The same web API, typed twice: once by Node and once by undici.
  return guarded as unknown as typeof globalThis.fetch
}

function guardedConnector(allowLoopback: boolean, lookup: LookupFunction): buildConnector.connector {
  const loopback: Allows = (address) => allowLoopback && isLoopbackAddress(address)
  const overHttp = checkedConnector(loopback, lookup)
  const beforeTls = checkedConnector((address) => isPublicAddress(address) || loopback(address), lookup)
  const tls = buildConnector({ allowH2: false })
  return (options, callback) => {
    if (options.protocol !== 'https:') return overHttp(options, callback)
    beforeTls({ ...options, protocol: 'http:', port: options.port || '443' }, (error, httpSocket) => {
      if (error) return callback(error, null)
      tls({ ...options, httpSocket }, callback)
    })
  }
}

type Allows = (address: string) => boolean

/** A TCP connection to an address that is allowed, before a byte is sent over it. */
function checkedConnector(allows: Allows, lookup: LookupFunction): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(allows, lookup) })
  return (options, callback) => {
    if (isIP(options.hostname) !== 0 && !allows(options.hostname)) return callback(new AddressRefused(), null)
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      if (allows(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(new AddressRefused(), null)
    })
  }
}

function guardedLookup(allows: Allows, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address)
      if (error || addresses.every(allows)) return callback(error, found, family)
      callback(new AddressRefused(), found, family)
    })
  }
}
