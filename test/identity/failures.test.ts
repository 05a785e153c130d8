import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/shared/clock.ts'
import { startLyingOneLogin, type Lies, type LyingOneLogin } from './lying-one-login.ts'
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
afterEach(() => service.clock.reset())

const alerts = () => service.logs.filter((line) => line.includes('"alert"'))

/** Leaves for One Login, and does not go there. @returns the request's parameters. */
async function leaveFor(path: string, cookie = '') {
  const answer = await fetch(`${service.baseUrl}${path}`, { headers: { cookie }, redirect: 'manual' })
  const location = answer.headers.get('location') ?? ''
  return { location, query: new URL(location, service.baseUrl).searchParams, cookie: cookieOf(answer) ?? cookie }
}

async function comeBack(query: string, cookie: string) {
  const answer = await fetch(`${service.baseUrl}/auth/callback?${query}`, { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') }
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('session='))
    ?.split(';')[0]

const EXPIRED = 'Your session has expired'

test('a failure of our own on the way back repeats nothing of the answer, not even in a link', async () => {
  const { owner } = service.database
  const browser = service.browser()
  await owner.raw('alter function account_for_login rename to account_for_log_in')
  await browser.get('/sign-in')
  await owner.raw('alter function account_for_log_in rename to account_for_login')
  const { page } = browser
  expect([page.status, page.heading]).toEqual([500, 'Sorry, there is a problem with the service'])
  expect(page.$('a[hreflang="cy"]').attr('href')).toBe('/auth/callback?lang=cy')
  expect(page.body).not.toContain(page.url.searchParams.get('code') ?? 'no code')
})

describe('an error that One Login answers with becomes a page', () => {
  test.each<[string, string, number, 'alert' | 'no alert']>([
    ['access_denied', 'You did not finish signing in', 403, 'no alert'],
    ['login_required', EXPIRED, 400, 'no alert'],
    ['temporarily_unavailable', 'Sorry, you cannot sign in at the moment', 503, 'no alert'],
    ['unauthorized_client', 'You cannot use this service at the moment', 403, 'alert'],
    ['invalid_request', 'Sorry, there is a problem with signing in', 500, 'alert'],
    ['invalid_scope', 'Sorry, there is a problem with signing in', 500, 'alert'],
    ['unsupported_response_type', 'Sorry, there is a problem with signing in', 500, 'alert'],
    ['server_error', 'Sorry, there is a problem with signing in', 500, 'alert'],
    ['<script>alert(1)</script>', 'Sorry, there is a problem with signing in', 500, 'alert'],
  ])('%s', async (error, heading, status, alert) => {
    service.provider.lies = { authorize: { step: 'authentication', answer: { error, error_description: 'Hassan' } } }
    const browser = service.browser()
    await browser.get('/sign-in')
    expect([browser.page.heading, browser.page.status]).toEqual([heading, status])
    expect(alerts()).toHaveLength(alert === 'alert' ? 1 : 0)
    expect(service.logs.join()).not.toMatch(/Hassan|<script/)
    await browser.follow('Cymraeg')
    expect(browser.page.$('html').attr('lang')).toBe('cy')
    expect(browser.page.status).toBe(status)
  })

  test.each<[string, Lies['authorize'], boolean]>([
    ['login_required in the second request ends the session', answer('login_required'), false],
    ['temporarily_unavailable in the second request does not', answer('temporarily_unavailable'), true],
  ])('%s', async (_what, authorize, staysSignedIn) => {
    service.provider.lies = authorize ? { authorize } : {}
    const browser = service.browser()
    await browser.get('/sign-in')
    await browser.get('/')
    expect(browser.page.body.includes('person')).toBe(staysSignedIn)
  })

  test.each<[number, object, string, boolean]>([
    [400, { error: 'invalid_grant' }, 'Sorry, there is a problem with signing in', true],
    [401, { error: 'invalid_client' }, 'Sorry, there is a problem with signing in', true],
    [400, {}, 'Sorry, there is a problem with signing in', true],
    [200, { access_token: 'a', token_type: 'Bearer' }, 'Sorry, there is a problem with signing in', true],
    [503, {}, 'Sorry, you cannot sign in at the moment', false],
  ])('a token endpoint that answers %i %j', async (status, body, heading, alert) => {
    service.provider.lies = { token: { status, body: { ...body } } }
    const browser = service.browser()
    await browser.get('/sign-in')
    expect(browser.page.heading).toBe(heading)
    expect(alerts()).toHaveLength(alert ? 1 : 0)
    await browser.get('/')
    expect(browser.page.body).toBe('{}')
  })

  function answer(error: string): Lies['authorize'] {
    return { step: 'identity', answer: { error } }
  }
})

describe('a request', () => {
  test('names what One Login needs, and stays short', async () => {
    const { location, query } = await leaveFor('/sign-in')
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ response_type: 'code', client_id: 'tell-us-once', scope: 'openid email phone', ui_locales: 'en' },
      ...{ redirect_uri: `${service.baseUrl}/auth/callback`, vtr: '["Cl.Cm"]', code_challenge_method: 'S256' },
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)?.length).toBeGreaterThanOrEqual(43)
    expect(query.has('claims')).toBe(false)
    expect(new URL(location).search.length).toBeLessThan(4096)
  })

  test('for identity asks for P2 and every claim, return codes too', async () => {
    const first = await leaveFor('/sign-in')
    const landed = await fetch(first.location, { redirect: 'manual' })
    const back = await fetch(landed.headers.get('location') ?? '', {
      headers: { cookie: first.cookie },
      redirect: 'manual',
    })
    const { search, searchParams } = new URL(back.headers.get('location') ?? '')
    expect(searchParams.get('vtr')).toBe('["Cl.Cm.P2"]')
    expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({
      userinfo: {
        'https://vocab.account.gov.uk/v1/coreIdentityJWT': null,
        'https://vocab.account.gov.uk/v1/address': null,
        'https://vocab.account.gov.uk/v1/passport': null,
        'https://vocab.account.gov.uk/v1/drivingPermit': null,
        'https://vocab.account.gov.uk/v1/returnCode': null,
      },
    })
    expect(search.length).toBeLessThan(4096)
    expect(cookieOf(back)).not.toBe(first.cookie)
  })
})

describe('an answer signs nobody in when its state is', () => {
  async function expectExpired(query: string, cookie: string) {
    const { status, body, location } = await comeBack(query, cookie)
    expect([status, location]).toEqual([400, null])
    expect(body).toContain(EXPIRED)
    expect(body).toContain('href="/sign-in"')
  }

  test('missing, empty, unknown, repeated, or of the object itself', async () => {
    const { cookie, query } = await leaveFor('/sign-in')
    const state = query.get('state') ?? ''
    const wrong = ['code=a', 'code=a&state=', 'code=a&state=b', 'state=a&state=b&code=a', 'code=a&state=__proto__']
    for (const one of [...wrong, `code=a&state=${state}&state=${state}`]) await expectExpired(one, cookie)
  })

  test('of a browser without a session', async () => {
    const { query } = await leaveFor('/sign-in')
    await expectExpired(`code=a&state=${query.get('state')}`, '')
  })

  test('of another person’s session', async () => {
    const [mine, theirs] = [await leaveFor('/sign-in'), await leaveFor('/sign-in')]
    await expectExpired(`code=a&state=${theirs.query.get('state')}`, mine.cookie)
  })

  test('used', async () => {
    const { cookie, location } = await leaveFor('/sign-in')
    const landed = await fetch(location, { redirect: 'manual' })
    const { search } = new URL(landed.headers.get('location') ?? '')
    const first = await comeBack(search.slice(1), cookie)
    expect(first.status).toBe(303)
    await expectExpired(search.slice(1), cookie)
  })

  test('used for an error', async () => {
    const { cookie, query } = await leaveFor('/sign-in')
    const answer = `error=access_denied&state=${query.get('state')}`
    expect((await comeBack(answer, cookie)).status).toBe(403)
    await expectExpired(answer, cookie)
  })

  test('more than ten minutes old', async () => {
    const { cookie, query } = await leaveFor('/sign-in')
    service.clock.advance(10 * MINUTE + 1000)
    await expectExpired(`code=a&state=${query.get('state')}`, cookie)
  })

  test('one of many: the sixth tab closes the first', async () => {
    const first = await leaveFor('/sign-in')
    for (let tab = 2; tab <= 5; tab++) await leaveFor('/sign-in', first.cookie)
    const sixth = await leaveFor('/sign-in', first.cookie)
    await expectExpired(`code=a&state=${first.query.get('state')}`, first.cookie)
    expect((await comeBack(`error=access_denied&state=${sixth.query.get('state')}`, first.cookie)).status).toBe(403)
  })

  test('right, but names another issuer', async () => {
    const { cookie, query } = await leaveFor('/sign-in')
    const answer = `code=a&iss=https%3A%2F%2Fevil.example%2F&state=${query.get('state')}`
    expect((await comeBack(answer, cookie)).status).toBe(500)
  })
})

test('whoever comes back as somebody else in the second request is nobody', async () => {
  const known = ['urn:fdc:gov.uk:2022:one', 'urn:fdc:gov.uk:2022:other']
  for (const sub of known) {
    service.provider.sub = sub
    await service.browser().get('/sign-in')
  }
  const inTurn = [...known]
  const another = (claims: Record<string, unknown>) => {
    service.provider.sub = inTurn.shift() ?? ''
    return { ...claims, sub: service.provider.sub }
  }
  service.provider.lies = { idToken: { claims: another } }
  const browser = service.browser()
  await browser.get('/sign-in')
  expect(inTurn).toEqual([])
  expect(browser.page.heading).toBe(EXPIRED)
  await browser.get('/')
  expect(browser.page.body).toBe('{}')
})

describe('no path leads out of the service', () => {
  test.each([
    '//evil.example/reports',
    '/\\evil.example/reports',
    '/reports/x?next=https://evil.example',
    '/reports/%2F%2Fevil.example',
    '/reports/..%2F..%2F%2Fevil.example',
  ])('%s', async (path) => {
    const cookie = (await leaveFor(path)).cookie
    const browser = service.browser()
    await browser.get(`${service.baseUrl}${path}`)
    await browser.get('/sign-in')
    expect(browser.page.url.origin).toBe(service.baseUrl)
    expect(cookie).not.toContain('evil')
  })

  test('a request’s Host does not choose where One Login sends people', async () => {
    const { hostname, port } = new URL(service.baseUrl)
    const answer = await fetch(`http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}/sign-in`, {
      redirect: 'manual',
    })
    const { searchParams } = new URL(answer.headers.get('location') ?? '')
    expect(searchParams.get('redirect_uri')).toBe(`${service.baseUrl}/auth/callback`)
  })
})
