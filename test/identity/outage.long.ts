import { afterEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, SECOND } from '../../src/shared/clock.ts'
import { startLyingOneLogin, type LyingOneLogin } from './lying-one-login.ts'
import { startService, type Service } from './service.ts'

let service: Service<LyingOneLogin>
afterEach(() => service.close())

const DOCUMENTS = ['/.well-known/openid-configuration', '/.well-known/jwks.json', '/.well-known/did.json']
const fetched = () => DOCUMENTS.map((path) => service.provider.asked[path] ?? 0)

async function signIn() {
  const browser = service.browser()
  await browser.get('/sign-in')
  return browser.page.url.pathname === '/reports' ? 'signed in' : browser.page.heading
}

const BUSY = 'Sorry, you cannot sign in at the moment'

test('the service starts while One Login is down, and people get in when it is up', async () => {
  service = await startService(startLyingOneLogin)
  service.provider.down = true
  const browser = service.browser()
  await browser.get('/sign-in')
  expect([browser.page.heading, browser.page.status]).toEqual([BUSY, 503])
  const publicPage = await fetch(service.baseUrl)
  expect(publicPage.status).toBe(200)
  service.provider.down = false
  expect(await signIn()).toBe('signed in')
})

test('after five failures in a row nobody waits for One Login for ten seconds', async () => {
  service = await startService(startLyingOneLogin)
  service.provider.down = true
  for (let attempt = 0; attempt < 5; attempt++) await signIn()
  service.provider.down = false
  expect(await signIn()).toBe(BUSY)
  service.clock.advance(11 * SECOND)
  expect(await signIn()).toBe('signed in')
})

describe('documents', () => {
  test('are fetched once, with a User-Agent, and held as long as Cache-Control says', async () => {
    service = await startService(startLyingOneLogin)
    expect([await signIn(), await signIn()]).toEqual(['signed in', 'signed in'])
    expect(fetched()).toEqual([1, 1, 1])
    expect([...service.provider.userAgents]).toEqual([`tell-us-once/1 (${service.baseUrl})`])
    service.clock.advance(HOUR + SECOND)
    // Their tokens are of real time, an hour ago by our clock; the documents are asked for all the same.
    await service.oneLogin.configuration()
    await service.oneLogin.didDocument.read()
    expect(fetched()).toEqual([2, 2, 2])
  })

  test('are served stale while their publisher is away, without asking for each person', async () => {
    service = await startService(startLyingOneLogin)
    await signIn()
    service.clock.advance(30 * DAY)
    service.provider.down = true
    const { provider, oneLogin } = service
    for (let person = 0; person < 5; person++) {
      expect((await oneLogin.configuration()).serverMetadata().issuer).toBe(provider.issuer)
      expect((await oneLogin.didDocument.read()).id).toBe(provider.didId)
    }
    expect(fetched()).toEqual([2, 2, 2])
    provider.down = false
    service.clock.advance(31 * SECOND)
    await oneLogin.didDocument.read()
    expect(fetched()[2]).toBe(3)
  })

  test('are asked for once more when a new key signs', async () => {
    service = await startService(startLyingOneLogin)
    await signIn()
    await service.provider.rotateKeys()
    expect(await signIn()).toBe('signed in')
    expect(fetched()).toEqual([1, 2, 2])
  })

  test('of another issuer are none', async () => {
    service = await startService(async (settings) => {
      const provider = await startLyingOneLogin(settings)
      return { ...provider, issuer: provider.issuer.replace(/\/$/, '') }
    })
    expect(await signIn()).toBe(BUSY)
  })
})
