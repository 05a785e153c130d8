import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { csvLines, jsonList, sendStreamed } from '../../src/web/streamed.ts'

const PIECE = 'x'.repeat(64 * 1024)
// What the sockets of both sides hold, generously.
const IN_FLIGHT = 400

async function served<Result>(pieces: AsyncIterable<string>, work: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer((req, res) => void sendStreamed(req, res, pieces).catch(() => undefined))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const done = await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.closeAllConnections()
  server.close()
  return done
}

test('no more is made than is read, and nothing for one who has gone', async () => {
  let [made, ended] = [0, false]
  async function* endless() {
    try {
      for (;;) {
        made += 1
        // Others have their turn, or nothing would ever stop it.
        await pause(0)
        yield PIECE
      }
    } finally {
      ended = true
    }
  }
  await served(endless(), async (url) => {
    const reader = (await fetch(url)).body?.getReader()
    await reader?.read()
    let before = -1
    const waits = () => {
      const same = made === before
      before = made
      return same
    }
    await expect.poll(waits, { interval: 100, timeout: 10_000 }).toBe(true)
    expect(made).toBeLessThan(IN_FLIGHT)
    await reader?.cancel()
    await expect.poll(() => ended).toBe(true)
  })
})

test('what fails half way breaks off: a part never passes for the whole', async () => {
  async function* failing() {
    yield PIECE
    await pause(10)
    throw new Error('The database has gone')
  }
  await served(failing(), async (url) => {
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow()
  })
})

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let whole = ''
  for await (const piece of pieces) whole += piece
  return whole
}

async function* batches(...lists: number[][]) {
  await pause(0)
  yield* lists
}

test.each([
  [[], []],
  [[[]], []],
  [[[1, 2]], [1, 2]],
  [
    [[1], [], [2, 3]],
    [1, 2, 3],
  ],
])('batches %j are one list', async (lists, items) => {
  expect(JSON.parse(await all(jsonList('numbers', batches(...lists))))).toEqual({ numbers: items })
  expect(await all(csvLines('n\n', batches(...lists), (some) => some.map((one) => `${one}\n`).join('')))).toBe(
    ['n', ...items].join('\n') + '\n',
  )
})
