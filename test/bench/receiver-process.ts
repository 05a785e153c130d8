// Every agency's receiver in one process of its own: answers 202 and counts; says when the first of a kind arrived.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent, sharedNow, tellParent } from './child.ts'

let arrivals = 0
let tells = false

const server = createServer((req, res) => {
  const at = sharedNow()
  req.resume()
  req.on('end', () => {
    arrivals += 1
    if (tells) tellParent({ at, path: req.url })
    res.writeHead(202).end()
  })
})
await once(server.listen(0, '127.0.0.1'), 'listening')

answerParent({
  url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  tell: ({ on }: { on: boolean }) => (tells = on),
  arrivals: () => arrivals,
})
