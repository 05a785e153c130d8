import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fanOut } from '../../src/deliveries/fan-out.ts'
import type { SigningJwk } from '../../src/vault/signing-keys.ts'
import { aCitizen, testVault } from '../support/access-log.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'
import { startRawServer, type RawServer } from '../support/raw-server.ts'
import { aRecipient, BASE_URL } from '../support/receiver.ts'
import { aReport } from '../support/reports.ts'
import { aKey, startTransmitter, type Transmitter } from '../support/ssf.ts'

const vault = testVault()
const clock = () => new Date()
let database: TestDatabase
let transmitter: Transmitter
let address: RawServer
let stream: string

beforeAll(async () => {
  database = await testDatabase()
  stream = await aRecipient(database, vault, 'dvla', '', { subscription: { method: 'poll', endpointUrl: null } })
  // The receiver knows one address, whichever process answers there.
  address = await startRawServer((_call, res) => {
    void transmitter.call('GET', '/ssf/jwks').then(({ body, headers }) => {
      res.writeHead(200, { 'content-type': headers.get('content-type') ?? '' }).end(JSON.stringify(body))
    })
  })
})
afterAll(async () => {
  await address.close()
  await database.close()
})

/** The processes start with these keys; a body polls one token. */
async function tokenUnder(keys: SigningJwk[]): Promise<string> {
  transmitter = await startTransmitter(database, vault, clock, keys)
  await aReport(database, vault, await aCitizen(database, vault, 'amira'))
  await fanOut(database.worker, vault, clock())
  const dvla = await transmitter.body('dvla')
  const { body } = await dvla.call('POST', `/ssf/poll/${stream}`, { returnImmediately: true })
  const [[jti = '', token = ''] = []] = Object.entries((body as { sets: Record<string, string> }).sets)
  await dvla.call('POST', `/ssf/poll/${stream}`, { maxEvents: 0, ack: [jti] })
  return token
}

test('while keys change, a receiver that holds the old ones verifies every token, new and old (RFC 7517, section 4.5)', async () => {
  const [old, next] = [await aKey('ES256', 'old'), await aKey('ES256', 'next')]
  const keys = createRemoteJWKSet(new URL(`${address.url}/ssf/jwks`), { cooldownDuration: 0 })
  const verify = (token: string) => jwtVerify(token, keys, { typ: 'secevent+jwt', issuer: BASE_URL, audience: 'dvla' })
  const kid = (token: string) => decodeProtectedHeader(token).kid
  const published = async () => {
    const { body, headers } = await transmitter.call('GET', '/ssf/jwks')
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    return (body as { keys: { kid: string }[] }).keys.map((key) => key.kid)
  }

  const first = await tokenUnder([old])
  await verify(first)
  expect(address.calls).toHaveLength(1)
  await transmitter.close()

  // The new one is published before it signs anything.
  const second = await tokenUnder([old, next])
  expect([kid(second), await published()]).toEqual(['old', ['old', 'next']])
  await verify(second)
  expect(address.calls, 'it holds the key').toHaveLength(1)
  await transmitter.close()

  // It signs, and the receiver looks again for the key that it does not know.
  const third = await tokenUnder([next, old])
  expect([kid(third), await published()]).toEqual(['next', ['next', 'old']])
  await verify(third)
  expect(address.calls).toHaveLength(2)
  for (const earlier of [first, second]) await verify(earlier)
  await transmitter.close()

  // What the old one signed is no longer believed once it is gone.
  await tokenUnder([next])
  const afresh = createRemoteJWKSet(new URL(`${address.url}/ssf/jwks`))
  await expect(jwtVerify(first, afresh)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
  await expect(jwtVerify(third, afresh)).resolves.toBeDefined()
  await transmitter.close()
})
