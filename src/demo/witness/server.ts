import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SIZE_TYPE } from '../../merkle-log/add-checkpoint.ts'
import { parseVkey, vkey, type VerifierKey } from '../../merkle-log/note-key.ts'
import { EMPTY_ROOT } from '../../merkle-log/tree-hash.ts'
import { witness, type WitnessAnswer } from '../../merkle-log/witness.ts'
import type { Clock } from '../../shared/clock.ts'
import { openMemory, type Memory } from './memory.ts'

export interface WitnessOptions {
  /** Where it keeps its key and what it has seen. */
  folder: string
  /** Verifier keys of the logs that it watches. */
  logs: readonly string[]
}

export interface RunningWitness {
  url: string
  /** Its verifier key. */
  vkey: string
  close(): Promise<void>
}

/** Somebody who watches a log from outside (C2SP tlog-witness), on this machine's own address. */
export async function startWitness({ folder, logs }: WitnessOptions, clock: Clock): Promise<RunningWitness> {
  const memory = await openMemory(folder)
  const answer = inTurn(answering(memory, logs.map(parseVkey), clock))
  const server = createServer((req, res) => {
    respond(req, res, answer).catch(() => res.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    vkey: vkey(memory.key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answering = (body: string) => Promise<WitnessAnswer>

const answering =
  (memory: Memory, logs: readonly VerifierKey[], clock: Clock): Answering =>
  async (body) => {
    const watched = (origin: string) => {
      const log = logs.find(({ name }) => name === origin)
      return log && { key: log, seen: memory.seen(origin) ?? { size: 0, root: EMPTY_ROOT } }
    }
    const answer = witness(body, { watched, key: memory.key, at: Math.floor(clock().getTime() / 1000) })
    // Before it says so: what it has cosigned it must never forget.
    if (answer.status === 200) await memory.keep(answer.seen)
    return answer
  }

/** One at a time: two checkpoints that both follow from a third would otherwise both be cosigned. */
function inTurn(answer: Answering): Answering {
  let last: Promise<unknown> = Promise.resolve()
  return (body) => {
    const next = last.then(() => answer(body))
    last = next.catch(() => undefined)
    return next
  }
}

// A proof has at most 63 hashes, a checkpoint some lines.
const LONGEST = 64 * 1024

async function respond(req: IncomingMessage, res: ServerResponse, answer: Answering): Promise<void> {
  if (req.url !== '/add-checkpoint') return void res.writeHead(404).end()
  if (req.method !== 'POST') return void res.writeHead(405, { allow: 'POST' }).end()
  const body = await read(req)
  if (body === undefined) return void res.writeHead(413).end()
  const answered = await answer(body)
  if (answered.status === 200) res.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(answered.lines)
  else if (answered.status === 409) res.writeHead(409, { 'content-type': SIZE_TYPE }).end(`${answered.size}\n`)
  else res.writeHead(answered.status).end()
}

async function read(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
