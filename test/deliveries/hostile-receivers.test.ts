import { once } from 'node:events'
import { createServer, type AddressInfo, type LookupFunction, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Worker } from '../../src/deliveries/worker.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault, type Citizen } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { aWorker } from '../support/delivering.ts'
import { empty } from '../support/empty.ts'
import { aRecipient } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey } from '../support/ssf.ts'

const vault = testVault()
const TIMEOUT = 1000
let signingKeys: SigningJwk[]
let database: TestDatabase
let citizen: Citizen
let server: Server
let port: number
let sockets: Set<Socket>
let bytes: number
let speak: (socket: Socket) => void
const workers: Worker[] = []

beforeAll(async () => {
  signingKeys = [await aKey('ES256', 'set-1')]
  database = await testDatabase()
  citizen = await aCitizen(database, vault, 'amira')
})
afterAll(() => database.close())
beforeEach(async () => {
  sockets = new Set()
  bytes = 0
  server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)))
    socket.on('data', (data) => {
      bytes += data.length
      if (data.includes('POST')) speak(socket)
    })
  })
  await once(server.listen(0, '::'), 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop()
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
  await empty(database)
})

function sending({ allowLoopback = false, ...lookup }: { lookup?: LookupFunction; allowLoopback?: boolean }): Worker {
  const parts = { vault, clock: () => new Date(), signingKeys, timeout: TIMEOUT }
  const worker = aWorker(database, { ...parts, allowLoopback, ...lookup })
  workers.push(worker)
  return worker
}

const attempts = () => database.owner('delivery_attempts').select('result', 'http_status', 'detail')
const states = () => database.owner('deliveries').pluck<string[]>('state')

/** One report for an endpoint at this address. @returns milliseconds until it was dealt with. */
async function tell(worker: Worker, url: string): Promise<number> {
  await aRecipient(database, vault, 'dvla', url)
  await aReport(database, vault, citizen)
  const at = performance.now()
  await worker.runOnce()
  return performance.now() - at
}

const refused = [{ result: 'unreachable', http_status: null, detail: 'ERR_ADDRESS_REFUSED' }]

describe('nothing is sent to an address that is nobody’s on the internet, and the attempt is on record', () => {
  const answering =
    (...addresses: string[]): LookupFunction =>
    (_hostname, _options, callback) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      callback(null, found)
    }

  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback in IPv6', '::1'],
    ['loopback mapped into IPv6', '::ffff:127.0.0.1'],
    ['the same in hexadecimal', '::ffff:7f00:1'],
    ['link-local', '169.254.10.1'],
    ['link-local in IPv6', 'fe80::1'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['the same mapped into IPv6', '::ffff:169.254.169.254'],
    ['metadata of another cloud', 'fd00:ec2::254'],
    ['a private network', '10.1.2.3'],
    ['another', '172.16.0.1'],
    ['a third', '192.168.1.1'],
    ['unique local', 'fc00::1'],
    ['this host', '0.0.0.0'],
  ])('a name that resolves to %s', async (_what, address) => {
    await tell(sending({ lookup: answering(address) }), `https://receiver.example:${port}/`)
    expect([await attempts(), await states(), sockets.size, bytes]).toEqual([refused, ['due'], 0, 0])
  })

  test('a name with a public address and a private one', async () => {
    await tell(sending({ lookup: answering('1.1.1.1', '10.0.0.1') }), `https://receiver.example:${port}/`)
    expect([await attempts(), bytes]).toEqual([refused, 0])
  })

  test('a name that is rebound between the look and the call: not a byte is sent', async () => {
    let looked = 0
    const address = () => ((looked += 1) === 1 ? '1.1.1.1' : '127.0.0.1')
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(null, [Object.defineProperty({ address: '', family: 4 }, 'address', { get: address })])
    await tell(sending({ lookup }), `https://receiver.example:${port}/`)
    expect([await attempts(), bytes]).toEqual([refused, 0])
  })

  test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '169.254.169.254', '[fe80::1]'])(
    'the literal %s',
    async (host) => {
      await tell(sending({}), `https://${host}:${port}/`)
      expect([await attempts(), bytes]).toEqual([refused, 0])
    },
  )
})

describe('a receiver that takes our time or our memory is cut off, and the attempt is on record', () => {
  const local = () => sending({ allowLoopback: true })
  const url = () => `http://127.0.0.1:${port}/`
  const HEAD = 'HTTP/1.1 202 Accepted\r\n'
  /** Writes as long as somebody reads. */
  const endless = (socket: Socket, chunk: string) => {
    const write = () => {
      if (!socket.destroyed) socket.write(chunk, () => setImmediate(write))
    }
    write()
  }
  const drip = (socket: Socket, text: string) => {
    const timer = setInterval(() => socket.write(text), 50)
    socket.on('close', () => clearInterval(timer))
  }

  test.each(['http://169.254.169.254/latest', 'http://127.0.0.1:1/', 'https://10.0.0.1/', 'file:///etc/passwd'])(
    'one that sends us on to %s is not followed',
    async (location) => {
      speak = (socket) =>
        void socket.end(`HTTP/1.1 307 Temporary Redirect\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`)
      await tell(local(), url())
      expect(await attempts()).toEqual([{ result: 'redirected', http_status: 307, detail: null }])
    },
  )

  test.each<[string, (socket: Socket) => void, object]>([
    [
      'whose body never ends',
      (socket) => {
        socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`)
        endless(socket, `4000\r\n${'x'.repeat(0x4000)}\r\n`)
      },
      { result: 'accepted', http_status: 202, detail: null },
    ],
    [
      'whose error never ends',
      (socket) => {
        socket.write('HTTP/1.1 400 Bad Request\r\ntransfer-encoding: chunked\r\n\r\n')
        endless(socket, `4000\r\n${'x'.repeat(0x4000)}\r\n`)
      },
      { result: 'refused', http_status: 400, detail: 'unrecognised' },
    ],
    [
      'whose error drips',
      (socket) => {
        socket.write('HTTP/1.1 400 Bad Request\r\ncontent-length: 100000\r\n\r\n{"err":"invalid_key"')
        drip(socket, ' ')
      },
      { result: 'refused', http_status: 400, detail: 'unrecognised' },
    ],
    [
      'whose headers are huge',
      (socket) => void socket.write(`${HEAD}x: ${'y'.repeat(200_000)}\r\n\r\n`),
      { result: 'unreachable', http_status: null, detail: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'whose headers never end',
      (socket) => {
        socket.write(HEAD)
        endless(socket, 'x: y\r\n'.repeat(1000))
      },
      { result: 'unreachable', http_status: null, detail: 'UND_ERR_HEADERS_OVERFLOW' },
    ],
    [
      'whose headers drip',
      (socket) => {
        socket.write(HEAD)
        drip(socket, 'x: y\r\n')
      },
      { result: 'unreachable', http_status: null, detail: 'TIMEOUT' },
    ],
    ['that says nothing', () => undefined, { result: 'unreachable', http_status: null, detail: 'TIMEOUT' }],
    [
      'that speaks another language',
      (socket) => void socket.write('220 mail.example ESMTP\r\n'),
      { result: 'unreachable', http_status: null, detail: 'HTTPParserError' },
    ],
  ])('one %s', async (_what, speaks, attempt) => {
    speak = speaks
    const took = await tell(local(), url())
    expect(await attempts()).toEqual([attempt])
    expect(took, 'no longer than a push may take').toBeLessThan(TIMEOUT + 1500)
    // And nobody is left on the line.
    await expect.poll(() => sockets.size).toBe(0)
  })
})
