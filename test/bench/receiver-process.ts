// Every agency's receiver in one process of its own: answers 202 and counts; says when the first of a kind arrived.
// Those for isolation answer as their names say.
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent, sharedNow, tellParent } from './child.ts'

let arrivals = 0
const byPath: Record<string, number> = {}
let tells = false

const answer = (res: ServerResponse, milliseconds: number, status = 202) =>
  void setTimeout(() => res.writeHead(status).end(), milliseconds)

// As one that writes what it takes to a system of its own before it answers. So its share of connections limits it,
// and not which of them gets the processor.
const A_MOMENT = 400
const moods: Record<string, (res: ServerResponse) => void> = {
  healthy: (res) => answer(res, A_MOMENT),
  hanging: () => undefined,
  slow: (res) => answer(res, 10_000),
  flaky: (res) => answer(res, A_MOMENT, arrivals % 2 === 0 ? 202 : 503),
}

const server = createServer((req, res) => {
  const at = sharedNow()
  req.resume()
  req.on('end', () => {
    arrivals += 1
    byPath[req.url ?? ''] = (byPath[req.url ?? ''] ?? 0) + 1
    if (tells) tellParent({ at, path: req.url })
    const mood = moods[req.url?.slice(1) ?? '']
    if (mood) mood(res)
    else res.writeHead(202).end()
  })
})
await once(server.listen(0, '127.0.0.1'), 'listening')

answerParent({
  url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  tell: ({ on }: { on: boolean }) => (tells = on),
  arrivals: () => byPath,
})
