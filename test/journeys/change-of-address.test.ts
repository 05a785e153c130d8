import { afterAll, beforeAll, expect, test } from 'vitest'
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
