import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCheckpointBody, SIZE_TYPE } from '../../src/merkle-log/add-checkpoint.ts'
import { askWitness, type CheckpointToShow } from '../../src/merkle-log/ask-witness.ts'
import { signCheckpoint, witnessesOf } from '../../src/merkle-log/checkpoint.ts'
import { signerKey } from '../../src/merkle-log/note-key.ts'
import { EMPTY_ROOT } from '../../src/merkle-log/tree-hash.ts'
import { consistencyRanges } from '../../src/merkle-log/tree.ts'
import { witness, type WatchedLog } from '../../src/merkle-log/witness.ts'
import { plainRoot } from './plain-tree.ts'
import { growing } from './tiles-in-memory.ts'

const log = signerKey('log.example/access', Buffer.alloc(32, 1))
const key = signerKey('witness.example/one', Buffer.alloc(32, 2), 'cosignature')
const AT = 1_795_000_000
const entries = Array.from({ length: 400 }, (_, at) => Buffer.from(`entry ${at}`))

let server: Server
let url: string
let watched: WatchedLog
/** How it answers instead of as a witness does. */
let lie: { status: number; type: string; text: string } | undefined

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = witness(Buffer.concat(chunks).toString('utf8'), { watched: watching, key, at: AT })
      if (answer.status === 200) watched.seen = answer.seen
      const text = answer.status === 200 ? answer.lines : answer.status === 409 ? `${answer.size}\n` : ''
      const type = answer.status === 409 ? SIZE_TYPE : 'text/plain'
      response.writeHead(lie?.status ?? answer.status, { 'content-type': lie?.type ?? type }).end(lie?.text ?? text)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  watched = { key: log, seen: { size: 0, root: EMPTY_ROOT } }
  lie = undefined
})
afterAll(() => void server.close())

const watching = (origin: string) => (origin === log.name ? watched : undefined)
const ask = (checkpoint: CheckpointToShow, lastSeen: number) =>
  askWitness(fetch, { url, key }, { checkpoint, lastSeen })

test('a witness cosigns what only adds to what it has seen, whatever we thought that was', async () => {
  for (const [size, lastSeen] of [
    [3, 0],
    [300, 3],
    [300, 300],
    [400, 0],
  ] as const) {
    const checkpoint = of(size)
    const shown = await ask(checkpoint, lastSeen)
    expect(shown).toMatchObject({ kind: 'cosigned', at: new Date(AT * 1000) })
    const line = shown.kind === 'cosigned' ? shown.line : ''
    expect(witnessesOf(checkpoint.note + line, [key])).toEqual([key])
    expect(watched.seen.size).toBe(size)
  }
})

test('a log that says now one thing and now another is cosigned once', async () => {
  await ask(of(10), 0)
  const other = of(20, [Buffer.from('rewritten'), ...entries.slice(1)])
  expect(await ask(other, 10)).toEqual({ kind: 'another-log' })
  expect(await ask(other, 0)).toEqual({ kind: 'another-log' })
  const fork = of(10, [Buffer.from('rewritten'), ...entries.slice(1)])
  expect(await ask(fork, 10)).toEqual({ kind: 'another-log' })
  expect(watched.seen).toMatchObject({ size: 10, root: plainRoot(entries.slice(0, 10)) })
})

test('a log that goes back is not cosigned', async () => {
  await ask(of(20), 0)
  for (const lastSeen of [0, 10, 20]) expect(await ask(of(10), lastSeen)).toEqual({ kind: 'ahead', size: 20 })
})

test.each([
  [400, 'not what a log sends', () => 'hello'],
  [400, 'a checkpoint that is none', () => 'old 0\n\nhello\n'],
  [400, 'a size after the checkpoint’s', () => addCheckpointBody({ old: 11, proof: [], checkpoint: of(10).note })],
  [
    404,
    'a log that it does not watch',
    () => body(signCheckpoint(head(1), signerKey('other.example/log', Buffer.alloc(32, 1)))),
  ],
  [403, 'another key', () => body(signCheckpoint(head(1), signerKey(log.name, Buffer.alloc(32, 7))))],
  [422, 'a proof where none can be', () => addCheckpointBody({ old: 0, proof: [EMPTY_ROOT], checkpoint: of(10).note })],
  [409, 'a size that it has not seen', () => addCheckpointBody({ old: 5, proof: [], checkpoint: of(10).note })],
])('a witness answers %i to %s', (status, _what, text) => {
  expect(witness(text(), { watched: watching, key, at: AT }).status).toBe(status)
})

test.each([
  ['a signature of another key', () => ({ status: 200, type: 'text/plain', text: of(1).note.split('\n\n')[1] ?? '' })],
  ['nothing', () => ({ status: 200, type: 'text/plain', text: '' })],
  ['a size that is none', () => ({ status: 409, type: SIZE_TYPE, text: 'many\n' })],
  ['a fault of its own', () => ({ status: 500, type: 'text/html', text: '<h1>Sorry</h1>' })],
])('a witness that answers with %s adds nothing', async (_what, answer) => {
  lie = answer()
  expect(await ask(of(10), 0)).toEqual({ kind: 'silent' })
})

test('a witness that is away adds nothing', async () => {
  const away = { url: 'http://127.0.0.1:1', key }
  expect(await askWitness(fetch, away, { checkpoint: of(1), lastSeen: 0 })).toEqual({ kind: 'silent' })
})

const body = (checkpoint: string) => addCheckpointBody({ old: 0, proof: [], checkpoint })

function head(size: number, of = entries) {
  return { size, root: plainRoot(of.slice(0, size)) }
}

/** The log at a size, made of these entries. */
function of(size: number, from = entries): CheckpointToShow {
  const tree = growing()
  tree.add(from.slice(0, size))
  const proofFrom = (older: number) => Promise.resolve(tree.hashes(consistencyRanges(older, size), size))
  return { size, note: signCheckpoint(head(size, from), log), proofFrom }
}
