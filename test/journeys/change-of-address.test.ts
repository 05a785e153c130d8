import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReceipt } from '../../src/access-log/receipts/check-receipt.ts'
import { logKeyOf } from '../../src/access-log/log/log-settings.ts'
import { filesIn, zipOf } from '../access-log/log/a-receipt.ts'
import { faultsOfPlaces } from '../support/placed.ts'
import { placeAll } from '../support/sequencing.ts'
import { reportMove } from '../support/move.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

test('one report reaches eight bodies at nine addresses, and every answer comes back', async () => {
  const amira = await town.house.signIn('amira')

  const reference = await reportMove(amira)

  await expect.poll(() => town.agencies.received.map(nameOf).toSorted(), { timeout: 10_000 }).toEqual(EVERYBODY)
  const statuses = async () => {
    const { $ } = await amira.get(`/reports/${reference}`)
    return $('.govuk-task-list .govuk-tag')
      .toArray()
      .map((tag) => $(tag).text().trim())
      .toSorted()
  }
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(ANSWERS)
  const looks = async () => (await amira.get('/access')).text.match(/[\w ]+ looked at your data More details/g) ?? []
  await expect.poll(looks, { timeout: 10_000 }).toHaveLength(3)
})

test('each use of data has its place in the public log, and its citizen a receipt that holds without us', async () => {
  const { house } = town
  const faults = async () => {
    await placeAll(house)
    return faultsOfPlaces(house.database, house.config.vault)
  }
  await expect.poll(faults, { timeout: 10_000 }).toEqual([])
  const amira = await house.signIn('amira')
  const { $ } = await amira.get('/access')
  const [record = ''] = $('main a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '')
    .filter((href) => /^\/access\/[0-9a-f]{8}-/.test(href))
  const files = filesIn(await zipOf(house, amira, `${record}/receipt`))
  expect(checkReceipt(files, logKeyOf(house.config))).toMatchObject({ faults: [], hasRecord: true })
})

test('no body gets a field outside its agreement, and no two the same identifier', () => {
  for (const { agency, subscription, token } of town.agencies.received) {
    const entry = town.agencies.file.agencies.find(({ id }) => id === agency)
    const stream = entry?.streams.find(({ endpoint_url }) => endpoint_url?.endsWith(`/${subscription}`))
    const agreements = entry?.agreements.filter(({ id }) => stream?.agreements.includes(id)) ?? []
    const allowed = agreements.flatMap(({ events, matching }) => {
      const event = events.find(({ type }) => type === 'change-of-address')
      return event ? [...event.fields, ...matching] : []
    })
    expect(allowed, agency).toEqual(expect.arrayContaining(Object.keys(token.event)))
  }
  const byAgency = Map.groupBy(town.agencies.received, ({ agency }) => agency)
  const identifiers = [...byAgency.values()].map(
    (received) => new Set(received.flatMap(({ token }) => [token.personId, String(token.claims['txn']), token.jti])),
  )
  const all = identifiers.flatMap((own) => [...own])
  expect(new Set(all).size).toBe(all.length)
})

const nameOf = ({ agency, subscription }: { agency: string; subscription: string }) => `${agency}/${subscription}`

const ANSWERS = ['Action needed', 'Done', 'Done', 'Done', 'Done', 'Done', 'Done', 'No record found', 'No record found']

const EVERYBODY = [
  'cardiff-council/residents',
  'dvla/driving-licence',
  'dvla/vehicle-log-book',
  'dwp/benefits',
  'hmrc/personal-tax',
  'home-office/evisas',
  'leeds-city-council/residents',
  'nhs-england/demographics',
  'student-loans-company/repayments',
]
