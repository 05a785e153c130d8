import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEPT_FOR } from '../../src/reports/drafts/draft.ts'
import { DAY, MINUTE } from '../../src/shared/clock.ts'
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
