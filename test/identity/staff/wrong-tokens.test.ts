import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rsaPem } from '../../support/production-settings.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aColleague } from '../../support/staff.ts'
import { startLyingOneLogin, times, type Lies, type LyingOneLogin } from '../lying-one-login.ts'

const CLIENT = { id: 'staff-of-ours' }
const RHIAN = 'rhian.morgan@dvla.example.com'

let provider: LyingOneLogin
let house: House
beforeAll(async () => {
  provider = await startLyingOneLogin({ baseUrl: 'http://unused.invalid', client: CLIENT })
  house = await startHouse({
    STAFF_OIDC_ISSUER: provider.issuer,
    STAFF_OIDC_CLIENT_ID: CLIENT.id,
    STAFF_OIDC_PRIVATE_KEY: rsaPem(2048),
    STAFF_OIDC_KEY_ID: 'staff-1',
  })
})
afterAll(async () => {
  await house.close()
  await provider.close()
})
beforeEach(async () => {
  await house.database.owner('rate_limits').delete()
  await house.database.owner('staff_members').delete()
  await aColleague(house.database, 'dvla-admin')
  house.logs.length = 0
  provider.sub = 'rhian'
  provider.lies = {}
})

const says =
  (more: object): Lies['userInfo'] =>
  (honest) => ({ ...honest, email_verified: true, email: RHIAN, ...more })

async function signInWith(lies: Lies) {
  provider.lies = { userInfo: says({}), ...lies }
  const browser = house.browser()
  const page = await browser.get('/agency')
  const members = await house.database.owner('staff_members').whereNotNull('subject').pluck<string[]>('email')
  return { page, members, browser, alerts: house.logs.filter((line) => line.includes('"alert"')) }
}

const past = (seconds: number) => times(120, -seconds)
const claims = (change: (honest: Record<string, unknown>) => Record<string, unknown>) => ({ claims: change })

test('an honest provider lets in whom it has verified', async () => {
  const { page, members, alerts } = await signInWith({})
  expect([page.url.pathname, page.status]).toEqual(['/agency', 200])
  expect(members).toEqual([RHIAN])
  expect(alerts).toEqual([])
})

describe('an ID token lets nobody in, and binds nobody, when it has', () => {
  test.each<[string, Lies['idToken']]>([
    ['a broken signature', { spoilt: true }],
    ['the signature of a stranger', { strangersKey: true }],
    ['an unknown key id', { header: { kid: 'nobody' } }],
    ['no key id', { header: { kid: undefined } }],
    ['no signature', { instead: unsigned({ alg: 'none' }) }],
    ['an algorithm with a shared secret', { instead: unsigned({ alg: 'HS256' }) }],
    ['no dots', { instead: 'not-a-token' }],
    ['another issuer', claims((c) => ({ ...c, iss: 'https://elsewhere.example/' }))],
    ['another audience', claims((c) => ({ ...c, aud: 'tell-us-once' }))],
    ['several audiences and another party', claims((c) => ({ ...c, aud: [c['aud'], 'other'], azp: 'other' }))],
    ['expired', claims((c) => ({ ...c, ...past(600) }))],
    ['no expiry', claims(({ exp: _, ...c }) => c)],
    ['been issued in the future', claims((c) => ({ ...c, iat: times(0, 60).iat }))],
    ['no time of issue', claims(({ iat: _, ...c }) => c)],
    ['another nonce', claims((c) => ({ ...c, nonce: 'another' }))],
    ['no nonce', claims(({ nonce: _, ...c }) => c)],
    ['no subject', claims(({ sub: _, ...c }) => c)],
  ])('%s', async (_what, idToken) => {
    const { page, members, alerts } = await signInWith({ idToken })
    expect(page.heading).toBe('Sorry, there is a problem with signing in for your work')
    expect(page.status).toBe(500)
    expect(members).toEqual([])
    expect(alerts).toHaveLength(1)
    expect(alerts.join()).not.toContain(RHIAN)
  })
})

describe('nobody has been invited who comes', () => {
  test.each<[string, Lies['userInfo']]>([
    ['with an address that nobody has verified', says({ email_verified: false })],
    ['with an address of which nobody says whether it is verified', says({ email_verified: undefined })],
    ['with “true” in words for verified', says({ email_verified: 'true' })],
    ['without an address', says({ email: undefined })],
    ['with the address of somebody else', says({ email: 'somebody@dvla.example.com' })],
  ])('%s', async (_what, userInfo) => {
    const { page, members, browser } = await signInWith({ userInfo })
    expect([page.heading, page.status]).toEqual(['You have not been invited', 403])
    expect(members).toEqual([])
    expect((await browser.get('/agency')).heading).toBe('You have not been invited')
  })

  test('as another person with the address of somebody who has signed in before', async () => {
    await signInWith({})
    provider.sub = 'a stranger who was given the address later'
    expect((await signInWith({})).page.heading).toBe('You have not been invited')
  })
})

test('an address may be written with capitals, and may change once its person is known', async () => {
  expect((await signInWith({ userInfo: says({ email: RHIAN.toUpperCase() }) })).page.heading).toBe('Overview')
  expect((await signInWith({ userInfo: says({ email: 'rhian@new.example.com' }) })).page.heading).toBe('Overview')
})

test('whoever was known to another provider is known by the verified address here', async () => {
  await house.database.owner('staff_members').update({ issuer: 'https://old.example/', subject: 'rhian' })
  expect((await signInWith({})).page.heading).toBe('Overview')
  expect(await house.database.owner('staff_members').pluck('issuer')).toEqual([provider.issuer])
})

describe('a callback is no sign-in', () => {
  test('without the state of this browser', async () => {
    for (const query of ['', '?state=x&code=y', '?state=x&state=x&code=y']) {
      const page = await house.browser().get(`/staff/callback${query}`)
      expect([page.heading, page.status]).toEqual(['Your work session has expired', 400])
    }
  })

  test.each<[string, Lies, string, number]>([
    [
      'that says that the person stopped',
      { authorize: { step: 'authentication', answer: { error: 'access_denied' } } },
      'You did not finish signing in for your work',
      403,
    ],
    [
      'that says that we may not ask',
      { authorize: { step: 'authentication', answer: { error: 'unauthorized_client' } } },
      'Staff cannot sign in at the moment',
      403,
    ],
    [
      'whose code is refused',
      { token: { status: 400, body: { error: 'invalid_grant' } } },
      'Sorry, there is a problem with signing in for your work',
      500,
    ],
    [
      'while the provider fails',
      { token: { status: 503, body: {} } },
      'Sorry, staff cannot sign in at the moment',
      503,
    ],
    [
      'whose userinfo is about somebody else',
      { userInfo: says({ sub: 'somebody-else' }) },
      'Sorry, there is a problem with signing in for your work',
      500,
    ],
  ])('%s', async (_what, lies, heading, status) => {
    const { page, members } = await signInWith(lies)
    expect([page.heading, page.status]).toEqual([heading, status])
    expect(members).toEqual([])
  })
})

function unsigned(header: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  return `${encode({ kid: 'any', ...header })}.${encode({ sub: 'anybody', ...times(120) })}.`
}
