import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, formatDate, ukToday } from '../../src/shared/dates.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import { BASE, begin, dateFields, plainMove, referenceOn, walk } from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

const PREVIEW = `${BASE}/who-will-be-told`
const today = ukToday(new Date())

async function beforeSending(persona: string): Promise<Client> {
  const client = await house.signIn(persona)
  await client.get(PREVIEW)
  if (client.page.url.pathname === PREVIEW) return client
  await begin(client)
  await walk(client, plainMove)
  await client.follow('Continue')
  return client
}

const card = ({ page }: Client, agreement: string) => page.$(`#agreement-${agreement}`).text().replace(/\s+/g, ' ')
const whenOf = (client: Client, agreement: string) =>
  /When it will be told(.*?) Change when/.exec(card(client, agreement))?.[1]?.trim()

const stored = async (client: Client) =>
  house.database
    .worker('reports')
    .where({ reference: referenceOn(client) })
    .first<{ timing: Record<string, string>; withheld: object }>('timing', 'withheld')

test('what was answered about one body is kept while another is changed, and is sent only when it is sent', async () => {
  const llyr = await beforeSending('llyr')
  const chosen = () => llyr.page.$('[name="choice-loans-address"]:checked').val()
  await llyr.press('Change when it is told (Revenue: Send tax letters to the right place)', {
    'choice-loans-address': 'no',
  })
  await llyr.submit({ when: 'now' })
  expect(llyr.page.url.pathname).toBe(PREVIEW)
  expect(chosen()).toBe('no')
  await llyr.press(/^Change when it is told/, { 'choice-loans-address': 'yes' })
  await llyr.get(PREVIEW)
  expect(chosen(), 'also when the other page is left by the back link').toBe('yes')
  await llyr.press(/^Give a number/)
  expect(llyr.page.url.pathname).toBe(`${BASE}/numbers`)

  await llyr.get(PREVIEW)
  const draft = String(llyr.page.$('[name=draft]').val())
  for (const then of ['', 'when:no-such-agreement', 'when', 'toString:revenue-address']) {
    await llyr.post(`${PREVIEW}/choices`, { draft, then })
    expect(llyr.page.status, then).toBe(404)
    await llyr.get(PREVIEW)
  }
  await llyr.submit({})
  expect((await stored(llyr))?.withheld).toEqual({})
})

test('a body is told on a day, another is held, and the others at once', async () => {
  const amira = await beforeSending('amira')
  expect(whenOf(amira, 'revenue-address')).toBe('As soon as you send this report.')

  await amira.press('Change when it is told (Revenue: Send tax letters to the right place)')
  expect(amira.page.heading).toBe('When should we tell Revenue?')
  expect(amira.page.text).toContain('Why it is told: Send tax letters to the right place')
  expect(amira.page.$('[name=when]:checked').val()).toBe('now')
  const day = addDays(today, 5)
  await amira.submit({ when: 'on' })
  expect(amira.page.heading).toBe('On which date should we tell Revenue?')
  await amira.submit(dateFields('date', day))
  expect(amira.page.url.pathname + amira.page.url.hash).toBe(`${PREVIEW}#agreement-revenue-address`)
  expect(whenOf(amira, 'revenue-address')).toBe(`On ${formatDate(day, 'en')}.`)

  await amira.get(`${BASE}/when/loans-address`)
  await amira.submit({ when: 'held' })
  expect(whenOf(amira, 'loans-address')).toBe('When you say so. Until then, we hold it.')

  await amira.get(`${BASE}/when/revenue-address`)
  expect(amira.page.$('[name=when]:checked').val(), 'what was chosen stands there again').toBe('on')
  await amira.submit()
  expect(amira.page.$('#date-day').val()).toBe(String(Number(day.slice(8))))
  await amira.get(PREVIEW)
  await amira.submit({ 'choice-loans-address': 'yes' })
  expect(amira.page.text).toContain('Some bodies are told later, as you saw before you sent this report.')
  const { timing = {} } = (await stored(amira)) ?? {}
  expect(Object.keys(timing)).toEqual(['loans-address', 'revenue-address'])
  expect(timing['loans-address']).toBe('held')
  expect(ukToday(new Date(timing['revenue-address'] ?? ''))).toBe(day)
})

test('a body that must be told is held for 28 days and no longer, and says so', async () => {
  const grace = await beforeSending('grace')
  await grace.get(`${BASE}/when/revenue-address`)
  const last = addDays(today, 28)
  expect(grace.page.text).toContain('Some laws set a time limit, and you may have to pay a fine')
  expect(grace.page.text).toContain(
    `Not yet. Hold it for 28 days If you do nothing, we will tell it on ${formatDate(last, 'en')}.`,
  )
  await grace.submit({ when: 'held' })
  expect(whenOf(grace, 'revenue-address')).toContain(
    `On ${formatDate(last, 'en')}. The law says this body must be told`,
  )
  await grace.submit({ 'choice-loans-address': 'no' })
  const { timing = {} } = (await stored(grace)) ?? {}
  expect(ukToday(new Date(timing['revenue-address'] ?? ''))).toBe(last)
})

const tomorrow = formatDate(addDays(today, 1), 'en')
const lastDay = formatDate(addDays(today, 90), 'en')

test.each<[string, Record<string, string>, string, string]>([
  ['no day', dateFields('date', ''), 'Enter the date', 'day'],
  ['half a day', { 'date-day': '3', 'date-month': '', 'date-year': '2027' }, 'The date must include a month', 'month'],
  ['no such day', dateFields('date', '2027-02-30'), 'The date must be a real date', 'day'],
  ['today', dateFields('date', today), `The date must be ${tomorrow} or later`, 'day'],
  ['too far away', dateFields('date', addDays(today, 91)), `The date must be ${lastDay} or earlier`, 'day'],
] as [string, Record<string, string>, string, string][])(
  '%s is not taken, and what was typed stays',
  async (_what, fields, message, part) => {
    const kofi = await beforeSending('kofi')
    await kofi.get(`${BASE}/when/loans-address/date`)
    await kofi.submit(fields)
    expect([kofi.page.status, kofi.page.errors]).toEqual([400, [message]])
    expect(kofi.page.$('.govuk-error-summary a').attr('href')).toBe(`#date-${part}`)
    expect(kofi.page.$('#date-year').val() ?? '').toBe(fields['date-year'])
    await kofi.get(PREVIEW)
    expect(whenOf(kofi, 'loans-address')).toBe('As soon as you send this report.')
  },
)

test('nothing, and what is not offered, is asked again', async () => {
  const kofi = await beforeSending('kofi')
  for (const when of ['', 'never']) {
    await kofi.get(`${BASE}/when/loans-address`)
    await kofi.submit({ when })
    expect([kofi.page.status, kofi.page.errors]).toEqual([400, ['Select when we should tell Loans']])
    expect(kofi.page.$('.govuk-error-summary a').attr('href')).toBe('#when')
  }
})

test('what was chosen in another tab since is seen before anything is sent', async () => {
  const margaret = await beforeSending('margaret')
  const form = Object.fromEntries(
    margaret.page
      .$('main form')
      .serializeArray()
      .map(({ name, value }) => [name, value] as const),
  )
  await margaret.get(`${BASE}/when/loans-address`)
  await margaret.submit({ when: 'held' })
  await margaret.post(PREVIEW, { ...form, 'choice-loans-address': 'yes' })
  expect(margaret.page.errors).toEqual([
    'What will be sent has changed since you last saw this page. Check it again before you send it.',
  ])
  expect(whenOf(margaret, 'loans-address')).toBe('When you say so. Until then, we hold it.')
  await margaret.submit({ 'choice-loans-address': 'no' })
  expect(await stored(margaret), 'who is not told is not held').toEqual({
    timing: {},
    withheld: { 'loans-address': 'chosen' },
  })
})

test('there is no such page for a body that is not told, nor before all is answered', async () => {
  const llyr = await house.signIn('llyr')
  await llyr.get(`${BASE}/when/no-such-agreement`)
  expect(llyr.page.status).toBe(404)
  await llyr.get(`${BASE}/when/revenue-address`)
  expect(llyr.page.url.pathname).toBe(`${BASE}/when`)
  const kofi = await beforeSending('kofi')
  for (const agreement of ['leeds-addres', '__proto__', 'pensions-address']) {
    await kofi.get(`${BASE}/when/${agreement}`)
    expect(kofi.page.status, agreement).toBe(404)
  }
})
