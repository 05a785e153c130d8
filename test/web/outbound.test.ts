import { createServer, type AddressInfo, type LookupFunction, type Server } from 'node:net'
import { once } from 'node:events'
import type { Agent } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AddressRefused, outboundAgent } from '../../src/web/outbound.ts'
import { isPublicAddress } from '../../src/web/public-address.ts'

describe('a public address', () => {
  test.each(['1.1.1.1', '8.8.8.8', '51.104.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1', '2a00:1450:4009::5'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test.each([
    ['this host', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['documentation', '203.0.113.9'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped private', '::ffff:a01:203'],
    ['mapped public: one address has one form', '::ffff:1.1.1.1'],
    ['translated', '64:ff9b::a00:1'],
    ['6to4 of a private one', '2002:a00:1::1'],
    ['Teredo', '2001::1'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s is not: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a call to an address that others gave us', () => {
  let server: Server
  let port: number
  let connections: number
  let bytes: number

  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1
      socket
        .on('error', () => undefined)
        .on('data', (data) => {
          bytes += data.length
          socket.end('HTTP/1.1 204 No Content\r\n\r\n')
        })
    })
    await once(server.listen(0, '::'), 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())
  beforeEach(() => (connections = bytes = 0))

  test.each([
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://0x7f000001',
    'https://0177.0.0.1',
    'https://0.0.0.0',
    'https://[::1]',
    'https://[::]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:7f00:1]',
    'http://127.0.0.1',
    'http://[::1]',
  ])('does not reach this machine as %s', async (origin) => {
    await expect(call(outboundAgent({ allowLoopback: false }), origin)).rejects.toThrow(AddressRefused)
    expect(connections).toBe(0)
  })

  test.each([
    ['to this machine', answering('127.0.0.1')],
    ['to a private network', answering('10.0.0.1')],
    ['to this machine beside a public address', answering('1.1.1.1', '127.0.0.1')],
    ['to this machine in IPv6', answering('::1')],
  ])('does not follow a name that leads %s', async (_where, lookup) => {
    await expect(call(outboundAgent({ allowLoopback: false, lookup }), 'https://receiver.example')).rejects.toThrow(
      AddressRefused,
    )
    expect(connections).toBe(0)
  })

  test('is dropped before a byte is sent when the address turns out to be another than the one checked', async () => {
    const agent = outboundAgent({ allowLoopback: false, lookup: changingItsMind('1.1.1.1', '127.0.0.1') })
    await expect(call(agent, 'https://receiver.example')).rejects.toThrow(AddressRefused)
    expect(bytes).toBe(0)
  })

  test('reaches this machine in development, over http too', async () => {
    expect(await call(outboundAgent({ allowLoopback: true }), 'http://127.0.0.1')).toBe(204)
    expect(connections).toBe(1)
  })

  test('goes over http to nobody else, in development either', async () => {
    const agent = outboundAgent({ allowLoopback: true, lookup: answering('1.1.1.1') })
    await expect(call(agent, 'http://receiver.example')).rejects.toThrow(AddressRefused)
  })

  async function call(agent: Agent, origin: string): Promise<number> {
    const { statusCode, body } = await agent.request({ origin: `${origin}:${port}`, path: '/', method: 'GET' })
    await body.dump()
    await agent.close()
    return statusCode
  }
})

const familyOf = (address: string) => (address.includes(':') ? 6 : 4)

function answering(...addresses: string[]): LookupFunction {
  return (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: familyOf(address) })),
    )
}

/** A resolver whose answer reads differently the second time it is looked at. */
function changingItsMind(first: string, then: string): LookupFunction {
  let looked = 0
  const answer = {
    get address() {
      looked += 1
      return looked === 1 ? first : then
    },
    family: familyOf(then),
  }
  return (_hostname, _options, callback) => callback(null, [answer])
}
