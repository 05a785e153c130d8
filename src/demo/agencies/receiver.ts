import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer to a push: 202, or an error in the form of RFC 8935, section 2.4. */
export interface Answer {
  status: number
  body?: { err: string; description: string }
  /** To a question that is no push. */
  said?: { confirmed: boolean }
  retryAfter?: number
}

/** A push as it came in. */
export interface Push {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Receiver {
  url: string
  close(): Promise<void>
}

// A token with a whole household in it has about 3 kB.
const LARGEST = 64 * 1024

/** Listens for pushes (RFC 8935) on this machine's own address. */
export async function startReceiver(port: number, answer: (push: Push) => Promise<Answer>): Promise<Receiver> {
  const server = createServer((req, res) => {
    respond(req, answer).then(
      (given) => send(res, given),
      () => send(res, { status: 503, retryAfter: 5 }),
    )
  })
  return {
    url: `http://127.0.0.1:${await listen(server, port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function respond(req: IncomingMessage, answer: (push: Push) => Promise<Answer>): Promise<Answer> {
  if (req.method !== 'POST') return { status: 405 }
  const body = await read(req)
  if (body === undefined) return { status: 413 }
  return answer({ path: req.url ?? '/', headers: req.headers, body })
}

async function read(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(res: ServerResponse, { status, body, said, retryAfter }: Answer): void {
  if (retryAfter !== undefined) res.setHeader('Retry-After', retryAfter)
  const given = body ?? said
  if (given) res.setHeader('Content-Type', 'application/json').setHeader('Content-Language', 'en')
  res.writeHead(status).end(given && JSON.stringify(given))
}
