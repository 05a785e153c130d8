import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Call {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface RawServer {
  url: string
  calls: Call[]
  /** Changes how it answers from now on. */
  answer: (call: Call, res: ServerResponse) => void
  close(): Promise<void>
}

/** Somebody else's server, which answers as it likes. */
export async function startRawServer(answer: RawServer['answer']): Promise<RawServer> {
  const calls: Call[] = []
  const state = { answer }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const call = { path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks).toString() }
      calls.push(call)
      state.answer(call, res)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return Object.assign(state, {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
