import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEPT_FOR } from '../../src/reports/drafts/draft.ts'
import { DAY, MINUTE } from '../../src/shared/clock.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const QUESTION = '/report/change-of-address/when'
const answer = { 'when-day': '1', 'when-month': '12', 'when-year': '2025' }

test('whoever sends an answer too late reads that the others are kept, for how long, and comes back to the question', async () => {
  const amira = await house.signIn('amira')
  await amira.get(QUESTION)
  await amira.submit(answer)
  await amira.get(QUESTION)
  house.clock.advance(16 * MINUTE)
  const fromQuestion = { referer: house.baseUrl + QUESTION }
  await amira.post(QUESTION, { ...answer, 'when-day': '2' }, fromQuestion)
  house.clock.advance(-16 * MINUTE)
  expect(amira.page.heading).toBe('Your session has expired')
  expect(amira.page.text).toContain(`We keep the answers you saved for ${KEPT_FOR / DAY} days.`)
  expect(amira.page.text).toContain('If you have just sent an answer, you have to send it again.')

  await amira.follow('Sign in again')
  await amira.submit({ persona: 'amira' })
  expect(amira.page.url.pathname).toBe(QUESTION)
  expect(amira.page.$('#when-day').val(), 'what was saved is there').toBe('1')
})

test('whoever is brought to that page by a script comes back too, and nobody is sent elsewhere by it', async () => {
  const grace = house.browser()
  const arrive = async (referer: string) => {
    const response = await fetch(`${house.baseUrl}/sign-in/problem/expired`, { headers: { referer } })
    return response.headers.getSetCookie()[0]
  }
  expect(await arrive(`${house.baseUrl}/reports?older=1`)).toMatch(/session=/)
  const sessions = () => house.database.owner('sessions').whereRaw(`sess ->> 'returnTo' is not null`)
  const returning = async () =>
    (await sessions().select<{ sess: { returnTo: string } }[]>('sess')).map(({ sess }) => sess)
  expect((await returning()).map(({ returnTo }) => returnTo)).toContain('/reports?older=1')
  await arrive('https://elsewhere.example//evil.example/')
  expect((await returning()).every(({ returnTo }) => /^\/[a-z]/.test(returnTo))).toBe(true)
  await grace.get('/sign-in/problem/expired')
  expect(grace.page.heading).toBe('Your session has expired')
})

const sessionOf = (client: Client) => `session=${client.cookie('session') ?? ''}`

test('whoever sends an answer when the session is gone from the server reads the same, and comes back to the question', async () => {
  const margaret = await house.signIn('margaret')
  await margaret.get(QUESTION)
  await margaret.submit(answer)
  await margaret.get(QUESTION)
  await house.database.owner('sessions').delete()
  await margaret.post(QUESTION, { ...answer, 'when-day': '2' }, { referer: house.baseUrl + QUESTION })
  expect(margaret.page.heading).toBe('Your session has expired')
  await margaret.follow('Sign in again')
  await margaret.submit({ persona: 'margaret' })
  expect(margaret.page.url.pathname).toBe(QUESTION)
  expect(margaret.page.$('#when-day').val(), 'what was saved is there').toBe('1')
})

test('whoever signed out in another tab reads that they have, not that they waited too long', async () => {
  const llyr = await house.signIn('llyr')
  await llyr.get(`${QUESTION}?lang=en`)
  const form = { _csrf: String(llyr.page.$('[name=_csrf]').val()), ...answer }
  await llyr.get('/sign-out')
  const left = await fetch(`${house.baseUrl}/session`, { headers: { cookie: sessionOf(llyr) } })
  expect(await left.json()).toEqual({ endsIn: 0, last: 0, signedOut: '/signed-out' })
  await llyr.post(QUESTION, form, { referer: house.baseUrl + QUESTION })
  expect(llyr.page.heading).toBe('You have signed out')
  expect(llyr.page.text).toContain('If you sent an answer after you signed out, we did not save it.')
  await llyr.post('/sign-out', { _csrf: form._csrf })
  expect(llyr.page.heading).toBe('You have signed out')
})

test('a form without a session that could have ended, and one of somebody who is signed in, is refused', async () => {
  const grace = await house.signIn('grace')
  await grace.get(QUESTION)
  expect((await grace.post(QUESTION, { ...answer, _csrf: 'made-up' })).status).toBe(403)
  const stranger = await fetch(house.baseUrl + QUESTION, { method: 'POST', redirect: 'manual' })
  expect(stranger.status).toBe(403)
})
