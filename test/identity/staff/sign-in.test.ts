import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeStaffMember, setStaffRole } from '../../../src/identity/staff/staff-store.ts'
import { HOUR, MINUTE } from '../../../src/shared/clock.ts'
import { startHouse, type House } from '../../support/house.ts'
import { aColleague } from '../../support/staff.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('whoever asks for a page is sent to sign in, and comes back to it', async () => {
  await aColleague(house.database, 'dvla-admin')
  const browser = house.browser()
  await browser.get('/agency/people')
  expect(browser.page.heading).toBe('Choose which colleague to sign in as')
  await browser.submit({ persona: 'dvla-admin' })
  expect([browser.page.url.pathname, browser.page.heading]).toEqual(['/agency/people', 'People'])
  expect(browser.page.text).toContain('Rhian Morgan (you)')
})

test('nobody is sent elsewhere, or to the pages of another kind of staff', async () => {
  const browser = house.browser()
  await aColleague(house.database, 'operator-one')
  await browser.get('/agency/people')
  await browser.submit({ persona: 'operator-one' })
  expect(browser.page.url.pathname).toBe('/operator')
})

test('a role that changes, and one that is taken away, are so with the next page', async () => {
  const browser = await house.staff('dvla-viewer')
  const { id } = await aColleague(house.database, 'dvla-viewer')
  expect((await browser.get('/agency/keys/change')).heading).toBe('You do not have access to this page')
  await setStaffRole(house.database.owner, id, 'admin')
  expect((await browser.get('/agency/keys/change')).heading).toBe('Change keys')
  await removeStaffMember(house.database.owner, id, house.clock())
  await browser.get('/agency/keys/change')
  expect(browser.page.heading, 'the provider still knows them, we do not').toBe('You have not been invited')
})

test('a browser is either a citizen’s or staff’s, under a session id of its own', async () => {
  const browser = await house.signIn('amira')
  expect((await browser.get('/reports')).status).toBe(200)
  const before = browser.cookie('session')
  await aColleague(house.database, 'dvla-officer')
  await browser.get('/staff/sign-in')
  await browser.submit({ persona: 'dvla-officer' })
  expect(browser.page.heading).toBe('Overview')
  expect(browser.cookie('session')).not.toBe(before)
  const sessions = await house.database.owner('sessions').select<{ sess: Record<string, unknown> }[]>('sess')
  const ofStaff = sessions.filter(({ sess }) => sess['staffId'] !== undefined)
  expect(ofStaff.every(({ sess }) => sess['accountId'] === undefined && sess['signIns'] === undefined)).toBe(true)
  // One Login still knows Amira, so she is signed in again at once; then nobody is here for their work any more.
  await browser.get('/reports')
  const page = await browser.get('/agency')
  expect(page.$('.govuk-service-navigation').text()).toContain('Overview')
})

test('signing out ends it here and at the provider', async () => {
  const browser = await house.staff('dvla-officer')
  await browser.follow('Sign out')
  expect([browser.page.heading, browser.page.url.pathname]).toEqual([
    'You have signed out of your work session',
    '/staff/signed-out',
  ])
  await browser.get('/agency')
  expect(browser.page.heading, 'the provider asks again').toBe('Choose which colleague to sign in as')
})

test('another site signs nobody out', async () => {
  const browser = await house.staff('dvla-officer')
  const response = await fetch(`${house.baseUrl}/staff/sign-out`, {
    headers: { cookie: `session=${browser.cookie('session') ?? ''}`, 'sec-fetch-site': 'cross-site' },
    redirect: 'manual',
  })
  expect(response.status).toBe(403)
  expect((await browser.get('/agency')).heading).toBe('Overview')
})

test('it ends after 15 minutes without a page, with a word when a form comes too late', async () => {
  const browser = await house.staff('hmrc-admin')
  await browser.get('/agency/people/invitation')
  house.clock.advance(15 * MINUTE)
  await browser.post('/agency/people/invitation', { name: 'Ann', email: 'ann@hmrc.example.com', role: 'viewer' })
  expect([browser.page.heading, browser.page.status]).toEqual(['Your work session has expired', 400])
  expect(await house.database.owner('staff_members').where({ name: 'Ann' })).toEqual([])
  // The provider's clock stands still: for it our tokens would come from the future.
  house.clock.advance(-15 * MINUTE)
})

test('it ends after 8 hours, however busy', async () => {
  const browser = await house.staff('hmrc-admin')
  const sessionOf = async () => (await browser.get('/session')).body
  for (let minutes = 0; minutes < 8 * 60 - 14; minutes += 14) {
    house.clock.advance(14 * MINUTE)
    expect((await browser.get('/agency/contact')).heading).toBe('Contact details')
  }
  expect(JSON.parse(await sessionOf())).toMatchObject({ last: expect.any(Number) as number })
  expect((JSON.parse(await sessionOf()) as { endsIn: number }).endsIn).toBeLessThan((8 * HOUR) / 1000 / 30)
  house.clock.advance(14 * MINUTE)
  expect((await browser.get('/agency/contact')).heading).not.toBe('Contact details')
})
