import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { VOCABULARY, type Identity } from '../../src/identity/claims.ts'
import { startSimulator } from './official-simulator.ts'
import { startService, type Service } from './service.ts'
import { DEFAULT_CLAIMS, type SimulatorSettings } from './simulator-rules.ts'

const OURS = [...DEFAULT_CLAIMS, `${VOCABULARY}/passport`, `${VOCABULARY}/drivingPermit`]

let service: Service<unknown> | undefined
const dataDir = mkdtempSync(join(tmpdir(), 'tell-us-once-simulator-'))
afterEach(async () => {
  await service?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The simulator told of us by its settings, and we of the simulator by ours. */
async function start(settings: Partial<SimulatorSettings>): Promise<Service<unknown>> {
  return startService(async ({ baseUrl, client }) => {
    const simulator = await startSimulator({
      clientId: client.id,
      jwksUrl: `${baseUrl}/.well-known/jwks.json`,
      redirectUrls: [`${baseUrl}/auth/callback`],
      postLogoutRedirectUrls: [`${baseUrl}/signed-out`],
      ...settings,
    })
    const { host } = new URL(simulator.issuer)
    const { oneLogin } = readConfig({
      DATA_DIR: dataDir,
      OIDC_ISSUER: `http://${host}/`,
      OIDC_CLIENT_ID: client.id,
      IDENTITY_ISSUER: `http://${host}/`,
      IDENTITY_DID_URL: `http://${host}/.well-known/did.json`,
      IDENTITY_DID_ID: `did:web:${host.replace(':', '%3A')}`,
    })
    if (!oneLogin) throw new Error('The settings name no provider')
    return { ...oneLogin, close: () => simulator.close() }
  })
}

test.each([false, true])('signs somebody in, proves who they are, and out again (PKCE: %s)', async (pkceEnabled) => {
  service = await start({ claims: OURS, pkceEnabled })
  const browser = service.browser()
  await browser.get('/sign-in')
  expect(browser.page.url.pathname).toBe('/reports')
  const { identity } = JSON.parse(browser.page.body) as { identity: Identity }
  expect(identity).toEqual({
    names: [
      {
        nameParts: [
          { type: 'GivenName', value: 'SIMONE' },
          { type: 'FamilyName', value: 'ULATOR' },
        ],
      },
    ],
    birthDate: '1955-04-30',
    addresses: [
      {
        uprn: 72000000302,
        buildingNumber: '4',
        streetName: 'OTLEY ROAD',
        addressLocality: 'LEEDS',
        postalCode: 'LS6 3AA',
        addressCountry: 'GB',
        validFrom: '2000-01-01',
      },
    ],
    drivingPermits: [],
    passports: [],
    email: 'sim@example.com',
    phone: '07700900199',
  })
  await browser.get('/sign-out')
  expect(browser.page.url.pathname).toBe('/signed-out')
  expect(browser.page.heading).toBe('You have signed out')
  await browser.get('/')
  expect(browser.page.body).toBe('{}')
})

test('that was not told which claims we ask for stops the sign-in, and the log says so', async () => {
  service = await start({ claims: DEFAULT_CLAIMS })
  const browser = service.browser()
  await browser.get('/sign-in')
  expect(browser.page.heading).toBe('Sorry, there is a problem with signing in')
  expect(service.logs.filter((line) => line.includes('"alert"')).join()).toContain('invalid_request')
})
