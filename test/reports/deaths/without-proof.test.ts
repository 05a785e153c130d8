import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDeath, changesOf, preview, reportDeath, send, startParish, type Parish } from './parish.ts'

let parish: Parish
beforeAll(async () => {
  parish = await startParish()
})
afterAll(() => parish.close())

/** Arthur James Fielding, whose death is in the sample register. */
const ARTHUR = {
  registration: {
    'registration-reference': 'TU00 A1B2 C3',
    'registration-date-day': '30',
    'registration-date-month': '10',
    'registration-date-year': '2026',
  },
  'deceased-postcode': { 'deceased-postcode': 'CB1 2AD' },
  'deceased-address': { 'deceased-address': '200004000005' },
}

test('Tomasz cannot prove who he is, and reports a death with the registrar’s reference', async () => {
  const tomasz = parish.house.browser()
  await tomasz.get('/report-a-death')
  expect(tomasz.page.text).toMatch(/If you cannot prove who you are, you need the reference number from the registrar/)
  await tomasz.follow('Start now')
  await tomasz.submit({ persona: 'tomasz' })
  expect(tomasz.page.heading).toBe('We could not prove your identity')
  await tomasz.follow('Report a death with a reference number')
  expect(tomasz.page.heading).toBe('Someone has died')

  await answerDeath(tomasz, ARTHUR)
  expect(tomasz.page.text).toContain('Arthur James Fielding')
  expect(await preview(tomasz)).toContain('Body benefits')
  const reference = await send(tomasz)
  expect(tomasz.page.heading).toBe('Report sent')
  const told = await parish.tell()
  expect(changesOf(told)).toEqual(['benefits told', 'licence told', 'tax told'])
  expect(told[0]?.event).toMatchObject({ deceased_birth_date: '1948-04-02', death_date: '2026-10-30' })

  await tomasz.get(`/reports/${reference}`)
  expect(tomasz.page.text).toContain('Body benefits')
  for (const closed of ['/access', '/report/change-of-address', '/reported-as-dead/report']) {
    await tomasz.get(closed)
    expect(tomasz.page.url.pathname, closed).not.toBe(closed)
  }
})

test('without a reference that is on record he does not get further, and trying many is stopped', async () => {
  const tomasz = await parish.house.signIn('tomasz')
  await tomasz.get('/report/death')
  await tomasz.follow('The registration of the death')
  const statuses: number[] = []
  for (let tries = 0; tries < 7; tries += 1) {
    await tomasz.get('/report/death/registration')
    const wrong = { ...ARTHUR.registration, 'registration-reference': `TU00A1B2C${tries}` }
    if (tries !== 3) statuses.push((await tomasz.submit(wrong)).status)
  }
  expect(statuses.at(-1)).toBe(429)
  await tomasz.get('/report/death/who-will-be-told')
  expect(tomasz.page.url.pathname).toBe('/report/death/tasks')
})

test('what he may see is his own report: not another’s of the same death', async () => {
  const grace = await parish.house.signIn('grace')
  const reference = await reportDeath(grace, { 'has-reference': { 'has-reference': 'yes' }, ...ARTHUR })
  expect(await parish.tell()).toEqual([])
  const tomasz = await parish.house.signIn('tomasz')
  await tomasz.get(`/reports/${reference}`)
  expect(tomasz.page.text).not.toContain('Body benefits')
})
