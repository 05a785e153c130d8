import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CORE_IDENTITY, returnCodesOf } from '../../src/identity/claims.ts'
import type { CoreIdentityFault } from '../../src/identity/core-identity.ts'
import { startLyingOneLogin, times, type Lies, type LyingOneLogin } from './lying-one-login.ts'
import { startService, type Service } from './service.ts'

let service: Service<LyingOneLogin>

beforeAll(async () => {
  service = await startService(startLyingOneLogin)
})
afterAll(() => service.close())
beforeEach(() => {
  service.provider.lies = {}
  service.logs.length = 0
})

async function signInWith(lies: Lies) {
  service.provider.lies = lies
  const browser = service.browser()
  await browser.get('/sign-in')
  const page = browser.page
  await browser.get('/')
  const { person } = JSON.parse(browser.page.body) as { person?: string }
  return { page, person, browser, alerts: service.logs.filter((line) => line.includes('"alert"')) }
}

const RSA_HEADER = { alg: 'RS256' }
const past = (seconds: number) => times(120, -seconds)

test('an honest provider signs a person in', async () => {
  const { page, person, alerts } = await signInWith({})
  expect(page.url.pathname).toBe('/reports')
  expect(person).toBeTruthy()
  expect(alerts).toEqual([])
})

describe('an ID token lets nobody in when it has', () => {
  test.each<[string, Lies['idToken']]>([
    ['a broken signature', { spoilt: true }],
    ['the signature of a stranger', { strangersKey: true }],
    ['an unknown key id', { header: { kid: 'nobody' } }],
    ['no key id', { header: { kid: undefined } }],
    ['no signature', { instead: unsigned() }],
    ['another algorithm than registered', { instead: unsigned(RSA_HEADER) }],
    ['no dots', { instead: 'not-a-token' }],
    ['another issuer', { claims: (c) => ({ ...c, iss: 'https://oidc.account.gov.uk/' }) }],
    ['an issuer without its slash', { claims: (c) => ({ ...c, iss: String(c['iss']).replace(/\/$/, '') }) }],
    ['another audience', { claims: (c) => ({ ...c, aud: 'another-service' }) }],
    ['several audiences and another party', { claims: (c) => ({ ...c, aud: [c['aud'], 'other'], azp: 'other' }) }],
    ['expired', { claims: (c) => ({ ...c, ...past(600) }) }],
    ['no expiry', { claims: ({ exp: _, ...c }) => c }],
    ['been issued in the future', { claims: (c) => ({ ...c, iat: times(0, 60).iat }) }],
    ['no time of issue', { claims: ({ iat: _, ...c }) => c }],
    ['another nonce', { claims: (c) => ({ ...c, nonce: 'another' }) }],
    ['no nonce', { claims: ({ nonce: _, ...c }) => c }],
    ['a weaker vector of trust', { claims: (c) => ({ ...c, vot: 'Cl' }) }],
    ['a level of confidence for a vector of trust', { claims: (c) => ({ ...c, vot: 'Cl.Cm.P2' }) }],
    ['no vector of trust', { claims: ({ vot: _, ...c }) => c }],
    ['no subject', { claims: ({ sub: _, ...c }) => c }],
  ])('%s', async (_what, idToken) => {
    const { page, person, alerts } = await signInWith({ idToken })
    expect(page.heading).toBe('Sorry, there is a problem with signing in')
    expect(page.status).toBe(500)
    expect(person).toBeUndefined()
    expect(alerts).toHaveLength(1)
  })
})

describe('an identity is refused, and ends the session, when its token has', () => {
  const claims = (change: Record<string, unknown>) => ({
    claims: (c: Record<string, unknown>) => ({ ...c, ...change }),
  })
  const subject = (change: object) => claims({ vc: { credentialSubject: change } })
  const names = [{ nameParts: [{ type: 'GivenName', value: 'A' }] }]

  test.each<[string, CoreIdentityFault, Lies['coreIdentity']]>([
    ['a broken signature', 'wrong-signature', { spoilt: true }],
    ['the signature of a stranger', 'wrong-signature', { strangersKey: true }],
    ['no signature', 'wrong-algorithm', { instead: unsigned() }],
    ['another algorithm', 'wrong-algorithm', { instead: unsigned(RSA_HEADER) }],
    ['no key id', 'wrong-controller', { header: { kid: undefined } }],
    ['a key id without a controller', 'wrong-controller', { header: { kid: 'key-1' } }],
    ['another controller in its key id', 'wrong-controller', { header: { kid: 'did:web:identity.example.com#key-1' } }],
    ['another issuer', 'wrong-claims', claims({ iss: 'https://identity.account.gov.uk/' })],
    ['another audience', 'wrong-claims', claims({ aud: 'another-service' })],
    ['another subject', 'wrong-claims', claims({ sub: 'urn:fdc:gov.uk:2022:another' })],
    ['expired', 'expired', claims(past(3600))],
    ['no expiry', 'wrong-claims', claims({ exp: undefined })],
    ['a start in the future', 'not-yet-valid', claims({ nbf: times(0, 600).nbf })],
    ['been issued in the future', 'not-yet-valid', claims({ iat: times(0, 600).iat })],
    ['no name', 'no-name-or-birth-date', subject({ birthDate: [{ value: '1970-01-01' }] })],
    ['no birth date', 'no-name-or-birth-date', subject({ name: names })],
    [
      'an impossible birth date',
      'no-name-or-birth-date',
      subject({ name: names, birthDate: [{ value: '1970-02-30' }] }),
    ],
    ['no content', 'no-name-or-birth-date', claims({ vc: null })],
    ['no dots', 'malformed', { instead: 'not-a-token' }],
    ['another shape', 'malformed', { instead: { name: 'Honest Person' } }],
  ])('%s', async (_what, reason, coreIdentity) => {
    const { page, person, alerts } = await signInWith({ coreIdentity })
    expect(page.heading).toBe('Sorry, there is a problem with signing in')
    expect(person).toBeUndefined()
    expect(alerts).toHaveLength(1)
    expect(alerts[0]).toContain(`coreIdentityJWT: ${reason}`)
  })

  test('a key id that no DID document knows, after looking once more', async () => {
    const before = service.provider.asked['/.well-known/did.json'] ?? 0
    service.clock.advance(61_000)
    const lies = { coreIdentity: { header: { kid: `${service.provider.didId}#nobody` } } }
    const { person, alerts } = await signInWith(lies)
    expect(person).toBeUndefined()
    expect(alerts[0]).toContain('unknown-key')
    await signInWith(lies)
    expect(service.provider.asked['/.well-known/did.json']).toBe(before + 1)
    service.clock.reset()
  })
})

describe('identity counts as not proved, and the person stays authenticated, with', () => {
  test.each<[string, Lies]>([
    ['no coreIdentityJWT', { userInfo: ({ [CORE_IDENTITY]: _, ...info }) => info }],
    ['a null one', { userInfo: (info) => ({ ...info, [CORE_IDENTITY]: null }) }],
    ['a level below P2', { coreIdentity: { claims: (c) => ({ ...c, vot: 'P1' }) } }],
    ['no confidence at all', { coreIdentity: { claims: (c) => ({ ...c, vot: 'P0' }) } }],
    ['no level', { coreIdentity: { claims: ({ vot: _, ...c }) => c } }],
    ['a refusal of the identity request', { authorize: { step: 'identity', answer: { error: 'access_denied' } } }],
  ])('%s', async (_what, lies) => {
    const { page, person, browser, alerts } = await signInWith(lies)
    expect(page.heading).toBe('We could not prove your identity')
    expect(person).toBeTruthy()
    expect(alerts).toEqual([])
    await browser.get('/basics')
    expect(JSON.parse(browser.page.body)).toMatchObject({ proved: false })
  })

  test('a return code chooses the words only: with a proved identity it changes nothing', async () => {
    const returnCode = 'https://vocab.account.gov.uk/v1/returnCode'
    const { page } = await signInWith({ userInfo: (info) => ({ ...info, [returnCode]: [{ code: 'Z' }] }) })
    expect(page.url.pathname).toBe('/reports')
    expect(returnCodesOf({ [returnCode]: [] })).toEqual([])
    expect(returnCodesOf({ [returnCode]: [{ code: 'A' }, 'B', { code: 1 }] })).toEqual(['A', '1'])
  })
})

describe('userinfo', () => {
  test.each<[string, Lies['userInfo']]>([
    ['of another subject', (info) => ({ ...info, sub: 'urn:fdc:gov.uk:2022:another' })],
    ['without a subject', ({ sub: _, ...info }) => info],
  ])('%s ends the session', async (_what, userInfo) => {
    const { page, person, alerts } = await signInWith({ userInfo })
    expect(page.heading).toBe('Sorry, there is a problem with signing in')
    expect(person).toBeUndefined()
    expect(alerts).toHaveLength(1)
  })
})

test('a DID document of another controller is no DID document', async () => {
  const fresh = await startService(startLyingOneLogin)
  fresh.provider.lies = { didDocument: (document) => ({ ...document, id: 'did:web:identity.example.com' }) }
  const browser = fresh.browser()
  await browser.get('/sign-in')
  expect(browser.page.heading).toBe('Sorry, you cannot sign in at the moment')
  await fresh.close()
})

function unsigned(header: object = { alg: 'none' }): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${encode({ kid: 'any', ...header })}.${encode({ sub: 'anybody', ...times(120) })}.`
}
