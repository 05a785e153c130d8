import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createOneLoginKeys } from '../../src/demo/one-login/keys.ts'
import { startOneLogin, type RunningOneLogin } from '../../src/demo/one-login/server.ts'
import type { Identity } from '../../src/identity/claims.ts'
import { HOUR, MINUTE } from '../../src/shared/clock.ts'
import { ageOn, ukToday } from '../../src/shared/dates.ts'
import { fullName } from '../../src/shared/names.ts'
import type { Client } from '../support/client.ts'
import { startService, type Service } from './service.ts'

let service: Service<RunningOneLogin>

beforeAll(async () => {
  const keys = await createOneLoginKeys()
  service = await startService((settings) => startOneLogin({ ...settings, keys }))
})
afterAll(() => service.close())
afterEach(() => service.clock.reset())

async function signIn(persona: string, browser = service.browser()): Promise<Client> {
  await browser.get('/sign-in')
  await browser.submit({ persona })
  return browser
}

const shown = (browser: Client) => JSON.parse(browser.page.body) as { account: string; identity: Identity }

describe('signing in', () => {
  test('takes one choice at One Login and no click of ours, and comes back with a proved identity', async () => {
    const browser = service.browser()
    await browser.get('/sign-in')
    expect(browser.page.heading).toBe('Choose who to sign in as')
    expect(browser.page.$('.govuk-phase-banner').text()).toContain('This is not GOV.UK One Login')
    await browser.submit({ persona: 'amira' })
    expect(browser.page.url.href).toBe(`${service.baseUrl}/reports`)
    expect(shown(browser).identity).toEqual({
      names: [
        {
          nameParts: [
            { type: 'GivenName', value: 'Amira' },
            { type: 'FamilyName', value: 'Hassan' },
          ],
        },
      ],
      birthDate: '1988-05-14',
      addresses: [
        {
          uprn: 72000000012,
          buildingNumber: '12',
          streetName: 'Harehills Lane',
          addressLocality: 'Leeds',
          postalCode: 'LS8 5DR',
          addressCountry: 'GB',
          validFrom: '2019-08-01',
        },
      ],
      drivingPermits: [],
      passports: [{ documentNumber: '120382978', icaoIssuerCode: 'GBR', expiryDate: '2031-03-09' }],
      email: 'amira.hassan@example.com',
      phone: '+447700900101',
    })
  })

  test('puts the current name and address first, and keeps documents', async () => {
    const { identity } = shown(await signIn('grace'))
    expect(identity.names.map(fullName)).toEqual(['Grace Eleanor Whitfield', 'Grace Eleanor O’Donnell'])
    expect(identity.addresses.map(({ postalCode }) => postalCode)).toEqual(['LS6 3AA', 'LS6 1DT'])
    expect(identity.drivingPermits[0]?.personalNumber).toBe('WHITF761235GE9AB')
    expect(identity.passports).toHaveLength(1)
  })

  test.each([
    ['llyr', 'Llŷr Siôn Prydderch', 'CF14 6HF'],
    ['margaret', 'Margaret Anne Fielding', 'CB1 2AD'],
    ['kofi', 'Kofi Mensah', 'LS7 1AB'],
  ])('works for %s', async (persona, name, postcode) => {
    const { identity } = shown(await signIn(persona))
    expect(identity.names.map(fullName)).toEqual([name])
    expect(identity.addresses[0]?.postalCode).toBe(postcode)
    if (persona === 'kofi') expect(ageOn(identity.birthDate, ukToday(new Date()))).toBe(16)
  })

  test('finds the same account again, and another for another person', async () => {
    const [first, again, other] = [await signIn('amira'), await signIn('amira'), await signIn('grace')]
    expect(shown(again).account).toBe(shown(first).account)
    expect(shown(other).account).not.toBe(shown(first).account)
  })

  test('comes back to the page that asked, query and all', async () => {
    const browser = service.browser()
    await browser.get('/reports/7K3M?body=dvla&page=2')
    expect(browser.page.heading).toBe('Choose who to sign in as')
    await browser.submit({ persona: 'amira' })
    expect(browser.page.url.href).toBe(`${service.baseUrl}/reports/7K3M?body=dvla&page=2`)
  })

  test('asks One Login in Welsh when the person reads Welsh', async () => {
    const browser = service.browser()
    await browser.get('/signed-out?lang=cy')
    await browser.get('/sign-in')
    expect(browser.page.$('html').attr('lang')).toBe('cy')
    expect(browser.page.heading).toBe('Dewiswch pwy sy’n mewngofnodi')
  })

  test('asks again when nobody was chosen', async () => {
    const browser = service.browser()
    await browser.get('/sign-in')
    await browser.submit()
    expect(browser.page.errors).toEqual(['Select who to sign in as'])
  })
})

describe('when identity is not proved', () => {
  test('says so, with other ways to tell each body, and the person stays authenticated only', async () => {
    const browser = await signIn('tomasz')
    expect(browser.page.heading).toBe('We could not prove your identity')
    expect(browser.page.text).toContain('did not match the records')
    for (const way of ['Phone', 'Post', 'In person', 'DVLA', 'Your council']) expect(browser.page.text).toContain(way)
    await browser.get('/basics')
    expect(JSON.parse(browser.page.body)).toMatchObject({ proved: false })
    await browser.get('/reports')
    expect(browser.page.heading).toBe('We could not prove your identity')
  })

  test('also when the person stops on the way, without words about evidence', async () => {
    const browser = await signIn('denise')
    expect(browser.page.heading).toBe('We could not prove your identity')
    expect(browser.page.text).not.toContain('did not match the records')
  })

  test('somebody who did not sign in at all can try again', async () => {
    const browser = service.browser()
    await browser.get('/sign-in')
    await browser.submit({ cancel: 'yes' })
    expect(browser.page.heading).toBe('You did not finish signing in')
    await browser.get('/')
    expect(browser.page.body).toBe('{}')
  })
})

describe('sessions', () => {
  test('get a new id at sign-in and at sign-out, and the old ones are dead', async () => {
    const browser = service.browser()
    await browser.get('/signed-out')
    const before = browser.cookie('session')
    await signIn('amira', browser)
    const during = browser.cookie('session')
    expect(during).not.toBe(before)
    await browser.get('/sign-out')
    expect(browser.page.heading).toBe('You have signed out')
    for (const stolen of [before, during]) {
      const answer = await fetch(service.baseUrl, { headers: { cookie: `session=${stolen}` } })
      expect(await answer.json()).toEqual({})
    }
  })

  test('keep no token in clear and no id of the person before sign-in', async () => {
    await signIn('amira')
    const rows = await service.database.owner<{ sess: Record<string, unknown> }>('sessions').select('sess')
    expect(JSON.stringify(rows)).not.toMatch(/eyJ[\w-]+\.eyJ|urn:fdc|Hassan|example\.com/)
  })

  test.each([
    ['idle for 15 minutes', [15 * MINUTE]],
    ['two hours old, however busy', Array.from({ length: 9 }, () => 14 * MINUTE)],
  ])('end when they are %s', async (_why, pauses) => {
    const browser = await signIn('amira')
    for (const pause of pauses.slice(0, -1)) {
      service.clock.advance(pause)
      await browser.get('/basics')
      expect(browser.page.body).toContain('accountId')
    }
    service.clock.advance(pauses.at(-1) ?? 0)
    await browser.get('/')
    expect(browser.page.body).toBe('{}')
  })

  test('last while they are used', async () => {
    const browser = await signIn('amira')
    service.clock.advance(14 * MINUTE)
    await browser.get('/basics')
    service.clock.advance(14 * MINUTE)
    await browser.get('/basics')
    expect(browser.page.body).toContain('accountId')
    service.clock.advance(HOUR)
    await browser.get('/')
    expect(browser.page.body).toBe('{}')
  })

  test('warn before they end, and let people stay', async () => {
    const browser = await signIn('amira')
    const left = async () => (JSON.parse((await browser.get('/session')).body) as { endsIn: number }).endsIn
    const { $ } = await browser.get('/signed-out?lang=cy')
    const warning = $('dialog#session-warning')
    expect(warning.find('h2').text()).toBe('Byddwch yn cael eich allgofnodi cyn hir')
    expect(Number(warning.attr('data-ends-in'))).toBeGreaterThan(880)
    const token = warning.find('[name=_csrf]').attr('value') ?? ''
    service.clock.advance(13 * MINUTE)
    expect(await left()).toBeLessThanOrEqual(120)
    expect(await left()).toBeGreaterThan(90)
    await browser.post('/session', { _csrf: token })
    expect(await left()).toBe(900)
    service.clock.advance(15 * MINUTE)
    expect(await left()).toBe(0)
    const page = await browser.get('/signed-out')
    expect(page.$('dialog').length).toBe(0)
  })

  test('end everywhere when the person signs out in one place', async () => {
    const [here, there, somebodyElse] = [await signIn('amira'), await signIn('amira'), await signIn('grace')]
    await here.get('/sign-out')
    await there.get('/')
    expect(there.page.body).toBe('{}')
    await somebodyElse.get('/basics')
    expect(somebodyElse.page.body).toContain('accountId')
  })
})

describe('signing out', () => {
  test('works by a form too, and leaves One Login as well', async () => {
    const browser = await signIn('amira')
    await browser.get('/token')
    await browser.post('/sign-out', { _csrf: browser.page.body })
    expect(browser.page.heading).toBe('You have signed out')
    expect(browser.page.url.pathname).toBe('/signed-out')
    await browser.get('/sign-in')
    expect(browser.page.heading).toBe('Choose who to sign in as')
  })

  test('works though the key that sealed what One Login wants to see is no longer there', async () => {
    const browser = await signIn('amira')
    const retired = Buffer.from([2, ...Buffer.from('d0'), ...Buffer.alloc(60, 1)]).toString('base64')
    await service.database
      .owner('sessions')
      .update({ sess: service.database.owner.raw(`jsonb_set(sess::jsonb, '{idToken}', to_jsonb(?::text))`, [retired]) })
    await browser.get('/sign-out')
    expect(browser.page.heading).toBe('You have signed out')
    await browser.get('/')
    expect(browser.page.body).toBe('{}')
  })

  test('is refused when another site asks for it', async () => {
    const browser = await signIn('amira')
    const cookie = `session=${browser.cookie('session')}`
    const headers = { cookie, 'sec-fetch-site': 'cross-site' }
    const refused = await fetch(`${service.baseUrl}/sign-out`, { headers, redirect: 'manual' })
    expect(refused.status).toBe(403)
    await browser.get('/basics')
    expect(browser.page.body).toContain('accountId')
  })
})

describe('coming back after proving identity in person', () => {
  test('signs in silently, says where the person is, then asks for identity and goes on', async () => {
    const browser = service.browser()
    await browser.get('/auth/landing')
    await browser.submit({ persona: 'amira' })
    expect(browser.page.heading).toBe('Continue to get the result of your identity check')
    await browser.get('/basics')
    expect(JSON.parse(browser.page.body)).toMatchObject({ proved: false })
    await browser.get('/auth/landing')
    await browser.follow('Continue')
    expect(browser.page.url.pathname).toBe('/report')
    await browser.get('/reports')
    expect(shown(browser).identity.birthDate).toBe('1988-05-14')
  })
})

test('sixty people of one office can sign in within a minute', async () => {
  const departures = await Promise.all(
    Array.from({ length: 60 }, () => fetch(`${service.baseUrl}/sign-in`, { redirect: 'manual' })),
  )
  expect(new Set(departures.map(({ status }) => status))).toEqual(new Set([303]))
})

test('one address cannot start sign-ins without end', async () => {
  const departures = await Promise.all(
    Array.from({ length: 120 }, () => fetch(`${service.baseUrl}/sign-in`, { redirect: 'manual' })),
  )
  const refused = departures.find(({ status }) => status === 429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('no log line names a person, a token or a query', () => {
  expect(service.logs.length).toBeGreaterThan(50)
  expect(service.logs.join('\n')).not.toMatch(/Hassan|Whitfield|example\.com|urn:fdc|eyJ|code=|state=|LS8|7700900/)
})
