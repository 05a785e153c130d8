import { optionalKinds } from '../../src/notices/notice.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { queueNotice } from '../../src/notices/queue-notice.ts'
import { signedIn, type Citizen } from '../support/access-log.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { sendNotices } from '../support/notices.ts'
import { productionSettings } from '../support/production-settings.ts'
import { routesOf } from '../support/route-table.ts'

let house: House
let amira: Citizen & { browser: Client }
beforeAll(async () => {
  house = await startHouse()
  amira = await signedIn(house, 'amira')
})
beforeEach(async () => {
  await house.database.owner('notices').delete()
})
afterAll(() => house.close())

const queue = (citizen: Pick<Citizen, 'accountId'>, kind: 'offer' | 'report-sent', key: string = kind) =>
  house.database.worker.transaction((tx) => queueNotice(tx, { to: { account: citizen.accountId }, kind, key }))

const checked = ({ page }: Client) =>
  page
    .$('main input:checked')
    .toArray()
    .map((input) => input.attribs['value'])

describe('choosing emails and texts', () => {
  test('the page is found from every page of somebody signed in, and begins with every email and no text', async () => {
    const { browser } = amira
    await browser.get('/')
    await browser.follow('Emails and texts')
    expect(browser.page.heading).toBe('Emails and texts we send you')
    expect(checked(browser)).toHaveLength(optionalKinds.length + 2)
    expect(checked(browser)).toContain('no')
  })

  test('whoever is not signed in is asked to', async () => {
    const stranger = house.browser()
    await stranger.get('/notifications')
    expect(stranger.page.url.pathname).not.toBe('/notifications')
  })

  test('what is chosen is kept, said once, and done', async () => {
    const { browser } = amira
    await browser.get('/notifications')
    await browser.submit({ emails: ['offer'], texts: 'yes' })
    expect(browser.page.url.pathname).toBe('/notifications')
    expect(browser.page.$('.govuk-notification-banner--success').text()).toContain('Your choices are saved')
    await browser.get('/notifications')
    expect(browser.page.$('.govuk-notification-banner').length).toBe(0)
    expect(checked(browser)).toEqual(['offer', 'weekly', 'yes'])

    await queue(amira, 'report-sent')
    await queue(amira, 'offer')
    const channels = (await sendNotices(house)).map(({ channel, subject }) => `${channel} ${subject}`.trim()).sort()
    expect(channels).toContain('email A public body has an offer for you')
    expect(channels).not.toContain('email We have what you sent us')
  })

  test('nothing at all can be chosen, in Welsh too', async () => {
    const { browser } = await signedIn(house, 'llyr')
    await browser.get('/notifications?lang=cy')
    expect(browser.page.heading).toBe('Negeseuon e-bost a thestun rydym yn eu hanfon atoch')
    await browser.submit({ emails: [], texts: 'no' })
    expect(browser.page.text).toContain('Mae eich dewisiadau wedi’u cadw')
    expect(checked(browser)).toEqual(['weekly', 'no'])
    await browser.get('/notifications?lang=en')
  })

  test('a form without an answer about texts is shown again, and nothing of it is kept', async () => {
    const { browser } = await signedIn(house, 'grace')
    await browser.get('/notifications')
    await browser.post('/notifications', { emails: ['offer', 'nonsense'], texts: 'perhaps' })
    expect(browser.page.status).toBe(400)
    expect(browser.page.errors).toEqual([
      'Select how often you want to hear who used your data',
      'Select yes if you want texts',
    ])
    expect(checked(browser)).toEqual(['offer'])
    await browser.get('/notifications')
    expect(checked(browser)).toHaveLength(optionalKinds.length + 2)
  })
})

test('the next message is in the language in which somebody last used the service', async () => {
  const llyr = await signedIn(house, 'llyr')
  const written = async (key: string) => {
    await queue(llyr, 'report-sent', key)
    return (await sendNotices(house))[0]
  }
  await llyr.browser.get('/notifications')
  await llyr.browser.submit({ emails: ['report-sent'], texts: 'no' })
  expect(await written('one')).toMatchObject({ languages: ['en'], subject: 'We have what you sent us' })
  await llyr.browser.get('/reports?lang=cy')
  expect(await written('two')).toMatchObject({
    languages: ['cy'],
    subject: 'Mae’r hyn a anfonoch wedi ein cyrraedd',
  })
  await llyr.browser.get('/reports?lang=en')
  expect(await written('three')).toMatchObject({ languages: ['en'] })
})

test('somebody who could not prove who they are can be written to as well', async () => {
  await house.signIn('tomasz')
  const { database } = house
  const account = await database
    .owner('accounts')
    .whereNotNull('contact')
    .whereNull('identity')
    .first<{ id: string }>('id')
  await queue({ accountId: account.id }, 'report-sent')
  expect((await sendNotices(house))[0]).toMatchObject({ to: 't…@example.com' })
})

describe('the outbox of a development machine', () => {
  test('shows what would have been sent, newest first, and to whom only by half', async () => {
    await queue(amira, 'offer', 'another')
    await sendNotices(house)
    const visitor = house.browser()
    await visitor.get('/development/outbox')
    expect(visitor.page.heading).toBe('What would have been sent')
    const [first] = visitor.page.$('.govuk-summary-card').toArray()
    const card = visitor.page.$(first).text().replace(/\s+/g, ' ')
    expect(card).toMatch(/offer for you|Text message/)
    expect(visitor.page.text).toContain('a…@example.com')
    expect(visitor.page.text).toContain('You can look at it and answer when you sign in.')
    expect(visitor.page.body).not.toContain('amira.hassan')
    await visitor.get('/development/outbox?lang=cy')
    expect(visitor.page.heading).toBe('Yr hyn a fyddai wedi’i anfon')
  })

  test('is no part of production, nor of a machine that sends', async () => {
    expect(routesOf(house.app).map(({ path }) => path)).toContain('/development/outbox')
    const key = Object.fromEntries(Object.entries(productionSettings).filter(([name]) => name.startsWith('NOTIFY_')))
    const sending = await startHouse(key)
    expect((await sending.browser().get('/development/outbox')).status).toBe(404)
    await sending.close()
  })
})
