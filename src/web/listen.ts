import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A port taken before there is anything to serve, so that whoever wants it too learns so at once. */
export interface Door {
  port: number
  /** Serves from now on; until then every request was answered with 503. */
  open(app: RequestListener): void
  /** Accepts nobody new, lets those inside finish, and cuts them off when they take too long. */
  close(): Promise<void>
}

/** Two of `localhost`: which of them a browser takes is its own choice. */
export const LOOPBACK = ['127.0.0.1', '::1']
export const EVERYWHERE = [undefined]

// Of the 25 seconds that a platform gives a process to end, the rest is for the database.
const PATIENCE_MS = 20_000
const LOOK_AGAIN_MS = 50

/**
 * @param setting names where the port comes from.
 * @throws Error of one plain sentence when the port cannot be had. 0: any free port.
 */
export async function takePort(port: number, hosts: readonly (string | undefined)[], setting = 'PORT'): Promise<Door> {
  const servers: Server[] = []
  let taken = port
  for (const host of hosts) {
    const server = createServer(notYet)
    const failure = await listen(server, taken, host)
    if (!failure) servers.push(server)
    else if (!canDoWithout(failure, servers.length, port)) {
      await Promise.all(servers.map(close))
      throw sentence(failure, port, setting)
    }
    taken = (servers[0]?.address() as AddressInfo | null)?.port ?? port
  }
  return {
    port: taken,
    open: (app) => servers.forEach((server) => server.off('request', notYet).on('request', app)),
    close: async () => void (await Promise.all(servers.map(close))),
  }
}

const notYet: RequestListener = (_req, res) => {
  res.writeHead(503, { 'Retry-After': '1', Connection: 'close' }).end()
}

function listen(server: Server, port: number, host: string | undefined): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen({ port, host }, () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })
}

/** Many machines have no IPv6; and when any port was asked for, one family of addresses will do. */
const canDoWithout = ({ code = '' }: NodeJS.ErrnoException, others: number, asked: number) =>
  others > 0 && (asked === 0 || ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code))

function sentence({ code, message }: NodeJS.ErrnoException, port: number, setting: string): Error {
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} is taken by another program: stop that one, or choose another port with ${setting}.`)
  }
  if (code === 'EACCES') return new Error(`Port ${port} needs more rights: choose one above 1023 with ${setting}.`)
  return new Error(`Port ${port} cannot be listened on (${message}).`)
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection that is kept alive would otherwise be waited for after its last answer.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN_MS)
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
