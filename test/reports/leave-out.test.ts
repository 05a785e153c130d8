import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { applyBodies } from './bodies.ts'
import {
  alone,
  BASE,
  begin,
  beginAfresh,
  fromVerified,
  noNumbers,
  plainMove,
  referenceOn,
  toOtleyRoad,
  walk,
  when,
} from './walk.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await applyBodies(house)
})
afterAll(() => house.close())

const PREVIEW = `${BASE}/who-will-be-told`
const LEAVE_OUT = `${BASE}/redaction/revenue-address`

async function atRisk(persona: string): Promise<Client> {
  const client = await house.signIn(persona)
  await begin(client)
  await walk(client, [when(), ['safety', { safety: 'yes' }], ...toOtleyRoad, ...fromVerified, ...noNumbers])
  await client.follow('Continue')
  return client
}

const card = ({ page }: Client, agreement: string) => page.$(`#agreement-${agreement}`).text().replace(/\s+/g, ' ')

test('who is at risk leaves out single values for one body, and sees what that means', async () => {
  const amira = await atRisk('amira')
  expect(amira.page.text).toContain('We tell nobody about your partner or the people you live with.')
  await amira.press('Choose what to leave out (Revenue: Send tax letters to the right place)')
  expect(amira.page.heading).toBe('What should we not tell Revenue?')
  expect(amira.page.text).toContain('This body may then not be able to update your record.')
  expect(amira.page.text).toContain('We cannot leave this out: Name and Date of birth.')
  const offered = amira.page
    .$('[name=fields]')
    .toArray()
    .map(({ attribs }) => attribs['value'])
  expect(offered).toEqual(['new_address', 'old_address', 'move_date'])
  expect(amira.page.text).toContain('New address Flat 3, 4 Otley Road')

  await amira.submit({ fields: ['new_address', 'names', 'no_such_field'] })
  expect(amira.page.url.pathname).toBe(PREVIEW)
  expect(card(amira, 'revenue-address')).toContain('What is left out New address. This body may then not be able')
  expect(card(amira, 'revenue-address')).not.toContain('Otley Road')
  expect(card(amira, 'licence-address'), 'the others are told it').toContain('Otley Road')

  await amira.get(LEAVE_OUT)
  expect(
    amira.page
      .$('[name=fields]:checked')
      .toArray()
      .map(({ attribs }) => attribs['value']),
  ).toEqual(['new_address'])
  await amira.get(PREVIEW)
  await amira.submit({ 'choice-loans-address': 'no' })
  const row = await house.database
    .worker('reports')
    .where({ reference: referenceOn(amira) })
    .first<object>('redacted', 'safety')
  expect(row).toEqual({
    redacted: { 'revenue-address': ['new_address'], 'leeds-address': ['moving_with'] },
    safety: true,
  })
})

test('who leaves out all that there is to tell sees that the body is not told, and can change their mind', async () => {
  const llyr = await atRisk('llyr')
  await llyr.get(LEAVE_OUT)
  await llyr.submit({ fields: ['new_address', 'old_address', 'move_date'] })
  expect(card(llyr, 'revenue-address')).toContain('because you left out all that we could tell it.')
  await llyr.press(/^Change what is left out/)
  await llyr.submit({ fields: ['new_address', 'old_address'] })
  expect(card(llyr, 'revenue-address')).toContain('Date')
})

test('no page of theirs says in its title what it is about, and each can be left fast', async () => {
  const grace = await atRisk('grace')
  for (const path of [PREVIEW, LEAVE_OUT, `${BASE}/when/revenue-address`, `${BASE}/check-answers`]) {
    await grace.get(path)
    expect(grace.page.$('head title').text().trim(), path).toBe('Tell us once - GOV.UK')
    expect(grace.page.$('.govuk-exit-this-page').length, path).toBe(1)
  }
  await grace.post(PREVIEW, { draft: '', seen: '' })
  await grace.get(PREVIEW)
  await grace.submit({})
  expect(grace.page.$('head title').text().trim()).toBe('Error: Tell us once - GOV.UK')
  await grace.submit({ 'choice-loans-address': 'no' })
  expect(referenceOn(grace)).toBeTruthy()
  expect(grace.page.$('head title').text().trim()).toBe('Tell us once - GOV.UK')
  expect(grace.page.$('.govuk-exit-this-page').length).toBe(1)
})

test('who is not at risk has no such page, and gets nothing left out that was chosen before', async () => {
  const margaret = await atRisk('margaret')
  await margaret.get(LEAVE_OUT)
  await margaret.submit({ fields: 'new_address' })
  await margaret.get(`${BASE}/safety`)
  await margaret.submit({ safety: 'no' })
  await walk(margaret, alone)
  await margaret.get(LEAVE_OUT)
  expect(margaret.page.status).toBe(404)
  await margaret.get(PREVIEW)
  expect(card(margaret, 'revenue-address')).toContain('Otley Road')
  expect(margaret.page.$('head title').text()).toContain('Who will be told')
})

test('a made-up form changes nothing', async () => {
  const kofi = await atRisk('kofi')
  await kofi.get(LEAVE_OUT)
  await kofi.submit({ fields: 'new_address', extra: 'x' })
  expect(kofi.page.status).toBe(400)
  await kofi.get(PREVIEW)
  expect(card(kofi, 'revenue-address')).toContain('Otley Road')
})

test('an answer that is plain is plain: nobody at risk, nothing about it', async () => {
  const llyr = await house.signIn('llyr')
  await beginAfresh(llyr)
  await walk(llyr, plainMove)
  await llyr.follow('Continue')
  expect(llyr.page.text).not.toContain('leave out')
  await llyr.get(LEAVE_OUT)
  expect(llyr.page.status).toBe(404)
})
