import { afterAll, beforeAll, expect, test } from 'vitest'
import { startHouse, type House } from '../support/house.ts'
import type { Client, Page } from '../support/client.ts'
import { applyBodies, bodies } from './bodies.ts'
import { BASE, begin, beginAfresh, plainMove, referenceOn, send, walk } from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

const PREVIEW = `${BASE}/who-will-be-told`

/** Somebody who looks at who will be told. */
async function beforeSending(persona: string): Promise<Client> {
  const client = await house.signIn(persona)
  await beginAfresh(client)
  await walk(client, plainMove)
  await client.follow('Continue')
  return client
}

const countReports = async () => Number((await house.database.worker('reports').count())[0]?.['count'])

const hidden = ({ $ }: Page) => ({ draft: String($('[name=draft]').val()), seen: String($('[name=seen]').val()) })

test('sent twice, one after the other or at the same time, it is one report with one confirmation', async () => {
  const amira = await beforeSending('amira')
  const form = { ...hidden(amira.page), 'choice-loans-address': 'yes' }
  const before = await countReports()
  const fromTab = sameSession(amira)
  await Promise.all([fromTab(form), fromTab(form), fromTab(form)])
  expect(await countReports()).toBe(before + 1)
  await amira.post(PREVIEW, form)
  const reference = referenceOn(amira)
  await amira.post(PREVIEW, { ...form, 'choice-loans-address': 'no' })
  expect(referenceOn(amira)).toBe(reference)
  expect(await countReports()).toBe(before + 1)
  await amira.get('/report')
  expect(amira.page.text, 'the draft is gone').not.toContain('Reports you have started')
})

test('a body that the citizen can keep out waits for an answer, told at the field and in the summary', async () => {
  const grace = await beforeSending('grace')
  await grace.submit({})
  expect(grace.page.errors).toEqual(['Select yes if you want us to tell Loans'])
  await grace.submit({ 'choice-loans-address': 'perhaps' })
  expect(grace.page.errors).toEqual(['Select yes if you want us to tell Loans'])
  await grace.submit({ 'choice-loans-address': ['yes', 'no'] })
  expect(grace.page.errors).toEqual(['We could not read all of what you sent. Check this page, then send it again.'])
  await grace.submit({ 'choice-loans-address': 'no' })
  const row = await house.database
    .worker('reports')
    .where({ reference: referenceOn(grace) })
    .first<{ withheld: unknown; told: Record<string, number> }>('withheld', 'told')
  expect(row?.withheld).toEqual({ 'loans-address': 'chosen' })
  expect(row?.told, 'what the page showed').toMatchObject({ 'loans-address': 1 })
})

test('a body that must be told cannot be kept out by a form made up for it', async () => {
  const llyr = await beforeSending('llyr')
  await llyr.submit({ 'choice-loans-address': 'yes', 'choice-revenue-address': 'no', 'choice-nobody': 'no' })
  const row = await house.database
    .worker('reports')
    .where({ reference: referenceOn(llyr) })
    .first<{ withheld: unknown }>('withheld')
  expect(row?.withheld).toEqual({})
})

test('what was not seen is not sent: changed answers, changed terms, made-up drafts', async () => {
  const margaret = await beforeSending('margaret')
  const before = await countReports()
  const form = { ...hidden(margaret.page), 'choice-loans-address': 'yes' }

  await margaret.post(PREVIEW, { ...form, seen: 'something else' })
  expect(margaret.page.errors).toEqual([
    'What will be sent has changed since you last saw this page. Check it again before you send it.',
  ])
  for (const draft of ['', 'nonsense', '0190e3a4-0000-7000-8000-000000000001', '__proto__']) {
    await margaret.post(PREVIEW, { ...form, draft })
    expect(margaret.page.url.pathname, draft).toBe(draft === '' ? `${BASE}/check-answers` : '/report/gone')
  }

  await margaret.get(PREVIEW)
  await applyBodies(house, bodies({ usual_days: 9 }))
  await margaret.submit({ 'choice-loans-address': 'yes' })
  expect(margaret.page.errors.length).toBe(1)
  expect(margaret.page.text).toContain('Up to 9 days')
  expect(await countReports()).toBe(before)
  await margaret.submit({ 'choice-loans-address': 'yes' })
  expect(referenceOn(margaret)).toBeTruthy()
})

test('another citizen’s confirmation is not found, no more than one that there never was', async () => {
  const kofi = await beforeSending('kofi')
  await kofi.submit({ 'choice-loans-address': 'no' })
  const reference = referenceOn(kofi)
  const grace = await house.signIn('grace')
  for (const other of [reference, '7K3M-9QXD-24TV', 'nonsense', '%00', '7K3M9QXD24TV7K3M9QXD24TV']) {
    await grace.get(`/reports/${other}/confirmation`)
    expect(grace.page.status, other).toBe(404)
  }
})

test('the whole way again makes another report', async () => {
  const kofi = await house.signIn('kofi')
  await begin(kofi)
  await walk(kofi, plainMove)
  const first = await send(kofi)
  await begin(kofi)
  await walk(kofi, plainMove)
  expect(await send(kofi)).not.toBe(first)
})

test('where nobody takes part there is nothing to send', async () => {
  const amira = await house.signIn('amira')
  await house.database.worker('agencies').update({ status: 'suspended' })
  await begin(amira)
  await walk(amira, plainMove.slice(0, -1))
  await amira.follow('Continue')
  expect(amira.page.heading).toBe('Nobody to tell')
  expect(amira.page.$('main form').length).toBe(0)
})

/** Other tabs: they send with the same session and token, side by side, and each ends at a confirmation. */
function sameSession(client: Client) {
  const cookie = `session=${client.cookie('session') ?? ''}`
  const token = String(client.page.$('input[name="_csrf"]').first().val())
  return (fields: Record<string, string>) =>
    fetch(`${house.baseUrl}${PREVIEW}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: token, ...fields }),
    }).then((response) => {
      expect(response.headers.get('location')).toMatch(/\/confirmation$/)
    })
}
