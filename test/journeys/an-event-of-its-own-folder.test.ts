import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataCategoryWords } from '../../src/catalogue/data-category.ts'
import { createWorker, type Worker } from '../../src/deliveries/worker.ts'
import { applyAgenciesFile } from '../../src/subscriptions/apply-agencies-file.ts'
import { publicKeys } from '../../src/vault/signing-keys.ts'
import { BOAT, events, inTasks } from '../reports/boat.ts'
import { referenceOn, walk } from '../reports/walk.ts'
import { agencyEntry, agreementEntry, fileOf } from '../support/agencies-file.ts'
import type { Client } from '../support/client.ts'
import { startHouse, type House } from '../support/house.ts'
import { startReceiver, type Receiver } from '../support/receiver.ts'

// Nothing outside test/fixtures/boat knows anything of boats.

const FIELDS = ['names', 'boat_name', 'built', 'flag', 'seller', 'seller_agreed_at', 'crew', 'notes', 'address']

let house: House
let harbour: Receiver
let worker: Worker
beforeAll(async () => {
  house = await startHouse({}, { events })
  const { config, database, baseUrl, clock, logger } = house
  harbour = await startReceiver(publicKeys(config.setSigningKeys), undefined, { issuer: baseUrl })
  const agreement = agreementEntry({
    id: 'harbour-boats',
    purpose: { en: 'Keep the list of boats', cy: 'Cadw’r rhestr o gychod' },
    events: [{ type: 'boat', fields: FIELDS }],
    matching: ['birth_date'],
  })
  const entry = agencyEntry({
    id: 'harbour',
    name: { en: 'Harbour office', cy: 'Swyddfa’r harbwr' },
    agreements: [agreement],
    streams: [{ method: 'push', endpoint_url: `${harbour.url}/boats` }],
  })
  const rules = { lifeEvents: events, allowLoopback: true, now: clock() }
  await applyAgenciesFile(database.worker, config.vault, fileOf(entry), rules)
  worker = createWorker({
    ...{ db: database.worker, vault: config.vault, clock, logger, baseUrl, events },
    signingKeys: config.setSigningKeys,
    allowLoopback: true,
  })
})
afterAll(async () => {
  await harbour.close()
  await house.close()
})

async function report(client: Client): Promise<string> {
  for (const steps of Object.values(inTasks)) {
    await client.get(`${BOAT}/${steps[0]?.[0] ?? ''}`)
    await walk(client, steps)
  }
  await client.follow('Check your answers and send')
  await client.follow('Continue')
  expect(client.page.text).toContain('Name of the boat: Aurora')
  await client.submit()
  return referenceOn(client)
}

test('an event is reported, told and followed that stands in a folder of its own', async () => {
  const amira = await house.signIn('amira')
  const reference = await report(amira)
  await worker.runOnce()

  const [arrival] = harbour.arrivals
  const type = `${house.baseUrl}/schemas/events/boat/v1`
  expect(arrival?.token.events).toEqual({
    [type]: {
      names: [expect.anything()],
      birth_date: '1988-05-14',
      boat_name: 'Aurora',
      built: '1998-05',
      flag: 'FR',
      seller: [
        {
          nameParts: [
            { type: 'GivenName', value: 'Ada Augusta' },
            { type: 'FamilyName', value: 'Byron' },
          ],
        },
      ],
      seller_agreed_at: expect.stringMatching(/^20\d\d-/) as string,
      crew: [{ names: [expect.objectContaining({})], job: 'cook', country: 'FR' }],
      notes: 'It leaks.\nA bit.',
      address: expect.objectContaining({ postalCode: 'LS8 5DR' }) as object,
    },
  })
  const schema = (await (await fetch(type)).json()) as { properties: object }
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining([...FIELDS, 'original_jti']))

  await amira.get(`/reports/${reference}`)
  expect(amira.page.heading).toMatch(/^A new boat/)
  expect(amira.page.text).toContain('Harbour office')
  expect(amira.page.text, 'categories of data follow from the fields').toContain(dataCategoryWords.en.household)
  await amira.get('/reports')
  expect(amira.page.text).toContain('A new boat')
  await amira.get('/access')
  expect(amira.page.text).toContain('A new boat')
  await amira.get('/agreements/harbour-boats')
  expect(amira.page.text).toContain('Name of the boat')
  await amira.get('/agencies/harbour')
  expect(amira.page.text).toContain('Name of the boat')
})
