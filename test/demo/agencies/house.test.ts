import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeEvents } from '../../../src/catalogue/catalogue.ts'
import { immediatePace } from '../../../src/demo/agencies/pace.ts'
import { startSampleAgencies, type SampleAgencies } from '../../../src/demo/agencies/sample-agencies.ts'
import { createWorker, type Worker } from '../../../src/deliveries/worker.ts'
import { applyAgenciesFile } from '../../../src/subscriptions/apply-agencies-file.ts'
import { startHouse, type House } from '../../support/house.ts'
import { reportMove } from '../../support/move.ts'

let house: House
let agencies: SampleAgencies
let worker: Worker

beforeAll(async () => {
  house = await startHouse()
  const { baseUrl, clock, logger, database, config } = house
  const { vault } = config
  agencies = await startSampleAgencies({ baseUrl, pace: immediatePace })
  const rules = { lifeEvents, allowLoopback: true, now: clock() }
  await applyAgenciesFile(database.worker, vault, agencies.file, rules)
  worker = createWorker({
    ...{ db: database.worker, vault, clock, logger, baseUrl },
    signingKeys: config.setSigningKeys,
    allowLoopback: true,
  })
  await worker.start()
})

afterAll(async () => {
  await worker.stop()
  await agencies.close()
  await house.close()
})

test('one report reaches seven bodies at eight addresses, and every answer comes back', async () => {
  const amira = await house.signIn('amira')

  const reference = await reportMove(amira)

  await expect.poll(() => agencies.received.map(nameOf).toSorted(), { timeout: 10_000 }).toEqual(EVERYBODY)
  const statuses = async () => {
    const { $ } = await amira.get(`/reports/${reference}`)
    return $('main .govuk-tag')
      .toArray()
      .map((tag) => $(tag).text().trim())
      .toSorted()
  }
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(ANSWERS)
  const looks = async () => (await amira.get('/access')).text.match(/[\w ]+ looked at your data More details/g) ?? []
  await expect.poll(looks, { timeout: 10_000 }).toHaveLength(3)
})

test('no body gets a field outside its agreement, and no two the same identifier', () => {
  for (const { agency, subscription, token } of agencies.received) {
    const entry = agencies.file.agencies.find(({ id }) => id === agency)
    const place = entry?.streams.findIndex(({ endpoint_url }) => endpoint_url?.endsWith(`/${subscription}`)) ?? -1
    const agreement = entry?.agreements[place]
    const allowed = [...(agreement?.events[0]?.fields ?? []), ...(agreement?.matching ?? [])]
    expect(allowed, agency).toEqual(expect.arrayContaining(Object.keys(token.event)))
  }
  const byAgency = Map.groupBy(agencies.received, ({ agency }) => agency)
  const identifiers = [...byAgency.values()].map(
    (received) => new Set(received.flatMap(({ token }) => [token.personId, String(token.claims['txn']), token.jti])),
  )
  const all = identifiers.flatMap((own) => [...own])
  expect(new Set(all).size).toBe(all.length)
})

const nameOf = ({ agency, subscription }: { agency: string; subscription: string }) => `${agency}/${subscription}`

const ANSWERS = ['Done', 'Done', 'Done', 'Done', 'Done', 'Done', 'Needs something from you', 'No record found']

const EVERYBODY = [
  'cardiff-council/residents',
  'dvla/driving-licence',
  'dvla/vehicle-log-book',
  'dwp/address',
  'hmrc/address',
  'leeds-city-council/residents',
  'nhs-england/demographics',
  'student-loans-company/repayments',
]
