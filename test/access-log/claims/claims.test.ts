import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayTry, type ClaimStep } from '../../../src/access-log/claims/claim.ts'
import { activityUri } from '../../../src/agreements/agreement.ts'
import { startAgency, type RunningAgency } from '../../../src/demo/agencies/agency.ts'
import { dwp } from '../../../src/demo/agencies/bodies/dwp.ts'
import { signedIn, type Citizen } from '../../support/access-log.ts'
import { anAgency, anAgreement, type TestAgency } from '../../support/agency.ts'
import type { Client } from '../../support/client.ts'
import { startHouse, type House } from '../../support/house.ts'
import { reportAccess } from '../../support/report-access.ts'

let house: House
let office: RunningAgency
let dvla: TestAgency
let amira: Citizen & { browser: Client }
let grace: Citizen & { browser: Client }
beforeAll(async () => {
  house = await startHouse()
  const { baseUrl, clock, logger, database } = house
  office = await startAgency(dwp, { baseUrl, clock, logger, pace: { unavailableCalls: 0, retryAfter: 1 } as never })
  dvla = await anAgency(database, { id: 'dvla', name: { en: 'Driver and Vehicle Licensing Agency' } })
  await anAgreement(database, { id: 'dvla-driving-licence', agencyId: 'dvla' })
  await anAgency(database, { id: 'dwp', confirms: [{ number: 'nino', url: office.confirmations }] })
  amira = await signedIn(house, 'amira')
  grace = await signedIn(house, 'grace')
})
afterAll(async () => {
  await office.close()
  await house.close()
})

const underNumber = (id: string) =>
  reportAccess(house, dvla, amira, {
    activity_id: activityUri(house.baseUrl, { id: 'dvla-driving-licence', version: 1 }),
    subject: { type: 'nino', id },
  })
const claim = async ({ browser }: { browser: Client }, number: string, type = 'nino') => {
  await browser.get('/access/numbers')
  return browser.submit({ type, number })
}

test('records under a number are shown once the body that knows it says whose it is, and no more when it is unlinked', async () => {
  const record = await underNumber('QQ 12 34 56 C')
  const seen = async ({ browser }: { browser: Client }) => (await browser.get(`/access/${record}`)).status
  expect(await seen(amira)).toBe(404)

  expect((await claim(amira, '', '')).errors).toEqual(['Select which number you have'])
  expect((await claim(amira, 'nonsense')).errors[0]).toContain('in the correct format')
  expect((await claim(grace, 'QQ123456C')).errors[0]).toContain('could not confirm')
  expect(await seen(grace)).toBe(404)

  const page = await claim(amira, 'qq123456c')
  expect(page.text).toContain('The number is yours')
  expect(await seen(amira)).toBe(200)
  expect((await amira.browser.get('/access')).text).toContain('Driver and Vehicle Licensing Agency looked at your data')
  const later = await underNumber('QQ123456C')
  expect((await amira.browser.get(`/access/${later}`)).status).toBe(200)
  const stored = await house.database.owner('identifier_claims').select()
  expect(JSON.stringify(stored)).not.toMatch(/QQ|123456/)
  expect(house.logs.join('')).not.toContain('QQ123456C')

  await amira.browser.get('/access/numbers')
  expect(amira.browser.page.$('form[action$="/removal"] button').text()).toContain('Stop showing these records')
  await amira.browser.post('/access/numbers/nino/removal')
  expect(amira.browser.page.text).toContain('not in your list any more')
  expect(await seen(amira)).toBe(404)
})

test('a number that another account has stays there', async () => {
  await claim(amira, 'QQ123456C')
  await house.database.owner('subjects').where({ id_type: 'nino' }).update({ account_id: grace.accountId })
  expect((await claim(amira, 'QQ123456C')).errors[0]).toContain('We cannot show records under this number here')
  await house.database.owner('subjects').where({ id_type: 'nino' }).update({ account_id: null })
})

test('nobody guesses: after five tries it is over for a day, whatever is typed', async () => {
  for (let tries = 0; tries < 4; tries++) await claim(grace, 'QQ123456C')
  expect((await claim(grace, 'AB123456C')).errors).toEqual(['You have tried too often. Try again tomorrow.'])
})

test('a body that is silent, slow or mad has said nothing: that is no try, and after a while it is not asked', async () => {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    res.writeHead(asked.length === 1 ? 500 : 200).end('mad')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await anAgency(house.database, { id: 'nhs-england', confirms: [{ number: 'nhs-number', url }] })
  const margaret = await signedIn(house, 'margaret')
  for (let tries = 0; tries < 7; tries++) {
    expect((await claim(margaret, '943 476 5919', 'nhs-number')).errors[0]).toContain('The body did not answer')
  }
  expect(asked).toHaveLength(3)
  server.close()
})

describe('tries', () => {
  const times = (count: number, step: ClaimStep) => Array.from({ length: count }, () => step)
  test.each<[string, ClaimStep[], boolean]>([
    ['none yet', [], true],
    ['four', times(4, 'asked'), true],
    ['five', times(5, 'asked'), false],
    ['of which one had no answer', [...times(5, 'asked'), 'no-answer'], true],
  ])('%s', (_what, steps, may) => {
    expect(mayTry(steps)).toBe(may)
  })
})
