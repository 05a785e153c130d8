import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/shared/clock.ts'
import type { Client } from '../support/client.ts'
import { startLyingOneLogin, times, type LyingOneLogin } from './lying-one-login.ts'
import { startService, type Service } from './service.ts'

let service: Service<LyingOneLogin>

beforeAll(async () => {
  service = await startService(startLyingOneLogin)
})
afterAll(() => service.close())
afterEach(() => service.clock.reset())

async function signIn(): Promise<Client> {
  const browser = service.browser()
  await browser.get('/sign-in')
  expect(browser.page.url.pathname).toBe('/reports')
  return browser
}

async function isSignedIn(browser: Client) {
  await browser.get('/')
  return browser.page.body.includes('person')
}

const send = (body: string | URLSearchParams, type = 'application/x-www-form-urlencoded') =>
  fetch(`${service.baseUrl}/auth/back-channel-logout`, { method: 'POST', body, headers: { 'content-type': type } })

const sendToken = (token: string) => send(new URLSearchParams({ logout_token: token }))

test('ends every session of the person, and nobody else’s', async () => {
  const [one, two] = [await signIn(), await signIn()]
  const { provider } = service
  const honest = provider.sub
  provider.sub = 'urn:fdc:gov.uk:2022:somebody-else'
  const other = await signIn()
  provider.sub = honest
  const answer = await sendToken(await provider.logoutToken())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(other)]).toEqual([false, false, true])
})

test('of a person who never came here is fine too', async () => {
  const token = await service.provider.logoutToken({ claims: (c) => ({ ...c, sub: 'urn:fdc:gov.uk:2022:stranger' }) })
  expect((await sendToken(token)).status).toBe(200)
})

test('without a type is a logout token too', async () => {
  const token = await service.provider.logoutToken({ header: { typ: undefined } })
  expect((await sendToken(token)).status).toBe(200)
})

test('counts once: the same token again ends nothing', async () => {
  const token = await service.provider.logoutToken()
  expect((await sendToken(token)).status).toBe(200)
  const browser = await signIn()
  expect((await sendToken(token)).status).toBe(400)
  expect(await isSignedIn(browser)).toBe(true)
})

test('remembers a token for three minutes at least', async () => {
  const claims = { jti: 'the-same', ...times(60) }
  expect((await sendToken(await service.provider.logoutToken({ claims: (c) => ({ ...c, ...claims }) }))).status).toBe(
    200,
  )
  service.clock.advance(2 * MINUTE)
  const later = { jti: 'the-same', ...times(60, 120) }
  const again = await service.provider.logoutToken({ claims: (c) => ({ ...c, ...later }) })
  expect((await sendToken(again)).status).toBe(400)
  service.clock.advance(1.5 * MINUTE)
  const latest = { jti: 'the-same', ...times(60, 210) }
  const muchLater = await service.provider.logoutToken({ claims: (c) => ({ ...c, ...latest }) })
  expect((await sendToken(muchLater)).status).toBe(200)
})

test('is checked against a new key after asking for it', async () => {
  await service.provider.rotateKeys()
  service.clock.advance(0)
  expect((await sendToken(await service.provider.logoutToken())).status).toBe(200)
})

describe('is refused, and ends nothing, with', () => {
  const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
  type Lie = NonNullable<Parameters<LyingOneLogin['logoutToken']>[0]>
  const claims = (change: object): Lie => ({ claims: (c) => ({ ...c, ...change }) })

  test.each<[string, Lie]>([
    ['a broken signature', { spoilt: true }],
    ['the signature of a stranger', { strangersKey: true }],
    ['an unknown key', { header: { kid: 'nobody' } }],
    ['no key id', { header: { kid: undefined } }],
    ['the type of another token', { header: { typ: 'at+jwt' } }],
    ['another issuer', claims({ iss: 'https://oidc.account.gov.uk/' })],
    ['another audience', claims({ aud: 'another-service' })],
    ['an end in the past', claims(times(60, -600))],
    ['no end', claims({ exp: undefined })],
    ['a time of issue in the future', claims({ iat: times(0, 60).iat })],
    ['no time of issue', claims({ iat: undefined })],
    ['no subject', claims({ sub: undefined })],
    ['no id', claims({ jti: undefined })],
    ['a nonce', claims({ nonce: 'n' })],
    ['no events', claims({ events: undefined })],
    ['another event', claims({ events: { 'http://schemas.openid.net/event/other': {} } })],
    ['one event too many', claims({ events: { [EVENT]: {}, 'http://schemas.openid.net/event/other': {} } })],
    ['an event that is no object', claims({ events: { [EVENT]: true } })],
    ['an ID token’s claims', claims({ events: undefined, nonce: 'n', vot: 'Cl.Cm' })],
  ])('%s', async (_what, lie) => {
    const browser = await signIn()
    const answer = await sendToken(await service.provider.logoutToken(lie))
    expect(answer.status).toBe(400)
    expect(await isSignedIn(browser)).toBe(true)
  })

  test.each<[string, () => Promise<Response>]>([
    ['no body', () => send('')],
    ['another field', () => send('token=a')],
    ['the field twice', () => send('logout_token=a&logout_token=b')],
    ['something that is no token', () => send('logout_token=a.b.c')],
    ['JSON', () => send('{"logout_token":"a"}', 'application/json')],
    ['a body of 20 kB', () => send(`logout_token=${'a'.repeat(20_000)}`)],
    ['another character set', () => send('logout_token=a', 'application/x-www-form-urlencoded; charset=klingon')],
  ])('%s', async (_what, request) => {
    expect((await request()).status).toBe(400)
  })
})

test('our published keys are RSA only, and say how they are used', async () => {
  const answer = await fetch(`${service.baseUrl}/.well-known/jwks.json`)
  const { keys } = (await answer.json()) as { keys: Record<string, unknown>[] }
  expect(keys).toEqual([
    { kty: 'RSA', n: expect.any(String) as string, e: 'AQAB', kid: 'rp-1', alg: 'RS256', use: 'sig' },
  ])
  expect(answer.headers.get('set-cookie')).toBeNull()
})
